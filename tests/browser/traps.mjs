/** The tests' pages, each with its trap: what of it is read is marked in its source. */
export const traps = {
  wordpress:
    "menus, a byline, share bars, captions, ads, tags, related posts, comments, a cookie wall, a wrong lang",
  "bare-text": "bare text between breaks in a layout table, no lang, no dir",
  "windows-1256": "an old encoding",
  "lead-outside":
    "the lead outside the body, hidden copies, a comment policy in the story, a dialog after the footer",
  endless: "the next articles of an endless scroll",
  "live-blog": "a live blog's posts",
  shadow: "an open shadow root",
  "no-worker": "a policy that refuses workers",
  drupal: "a content system's fields, the lead and a picture's source in fields of their own, teasers below",
  "web-form": "a form around the whole page, text in one span, a title that names the site alone",
  blogger: "a blog's paragraphs without a paragraph element, readers' comments, popular posts",
  styled: "generated class names, related stories and links to skip them in the story",
  amp: "a page that hides itself until its scripts have run, advertisements in it",
  lines: "inline elements that a style sheet makes lines",
  divs: "no paragraph, no heading, a wrong lang, invitations to follow, readers' opinions",
  short: "two paragraphs beside a consent notice and columns that are longer",
  comments: "readers' comments longer than the story, under names that say nothing",
  "related-inside": "a heading of related stories with the story going on below, a table, a pull quote",
  encyclopedia: "an encyclopedia's boxes, references and lists, a link around an element",
  newspaper:
    "a theme's advertisement, links to other stories, tags, neighbours and writer's note in the story's element",
  jannah:
    "another theme's box of related stories in the middle, short link, newsletter and writer's note below",
  elementor: "a page builder's widgets, an embedded story, the writer's box, posts below",
  nextjs: "generated names, a card and an invitation to a newsletter in the story",
  opinion: "the writer's portrait above the headline, a signature, a disclaimer, other columns below",
  "two-sentences": "two sentences of news beside a column of teasers",
  "inline-links": "links to other stories between the paragraphs, an invitation to follow, a source",
  "block-theme": "an invitation and a list of links in the story",
  twice: "the story twice, once hidden by a style sheet for another screen",
  embeds: "a quoted post with its author's line, a list, a table of figures",
  question: "an interview between breaks, its questions bold",
  gallery: "captions of a gallery that read as sentences",
  subscribers: "an offer of subscriptions in the place of the rest",
};

/** Pages without an article. */
export const empty = ["home", "search", "section", "not-found"];
