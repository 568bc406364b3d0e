/** What the engine returns is what the published schema describes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Engine, initSync } from "../../pkg/hamish.js";

const schema = JSON.parse(
  readFileSync(new URL("../../www/npm/annotations.schema.json", import.meta.url), "utf8"),
);
initSync({ module: readFileSync(new URL("../../pkg/hamish_bg.wasm", import.meta.url)) });

const TEXTS = [
  "",
  "\n \n",
  "Nothing Arabic here, said nobody.",
  "وزيرة الاقتصاد تعلن خطة بقيمة 3 مليارات دولار\nقالت وزيرة الاقتصاد ليلى حداد في بيروت أمس الثلاثاء إن الخطة «ستبدأ في مارس / آذار 2025»، وأضافت: «لن ننتظر».\n" +
    "وبحسب البنك الدولي، ارتفعت الأسعار 12,5 في المئة خلال عشرة أشهر، وقطع الموكب 40 كيلومترا عند الساعة الثالثة.",
];

test("annotations follow the schema", () => {
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const engine = new Engine({});
  for (const text of TEXTS) {
    const { annotations } = engine.analyze(text);
    assert.ok(validate(annotations), JSON.stringify(validate.errors));
  }
});
