/** The demo page: articles with their margin. */
import "@fontsource-variable/noto-naskh-arabic";
import "@fontsource/ibm-plex-sans-arabic/400.css";
import "@fontsource/ibm-plex-sans-arabic/600.css";
import "./demo.css";
import { render } from "preact";
import { attach } from "../page/attach.ts";
import { ARTICLES } from "./articles.ts";

const app = document.getElementById("app") as HTMLElement;
// biome-ignore lint/security/noDangerouslySetInnerHtml: the articles are ours
render(<article class="story" dangerouslySetInnerHTML={{ __html: ARTICLES.water }} />, app);
await attach(document, { selector: ".story", wasm: new URL("hamish_bg.wasm", location.href) });
