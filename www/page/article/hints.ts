/** What names of elements and classes, and set phrases, tell about a block's place on a news page. */

/** What an element's own markup says: the article, beside it, or nothing. `never` holds whatever stands inside. */
export type Hint = "article" | "beside" | "never" | null;

const LEFT_OUT = new Set(
  (
    "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD BUTTON SELECT TEXTAREA INPUT OPTION DATALIST SVG CANVAS IFRAME OBJECT EMBED AUDIO " +
    "VIDEO MATH CODE PRE KBD SAMP METER PROGRESS MAP"
  ).split(" "),
);

const NEVER_TAGS = new Set(["NAV", "FIGCAPTION", "DIALOG", "MENU", "CAPTION"]);
const BESIDE_TAGS = new Set(["ASIDE", "FOOTER", "FORM", "FIELDSET", "ADDRESS"]);
const NEVER_ROLES = new Set(
  "navigation dialog alertdialog alert menu menubar search toolbar tablist status tooltip banner contentinfo".split(
    " ",
  ),
);

/** Words in class names and ids of what is never part of an article. */
const NEVER = new Set(
  (
    "comment comments commenting disqus respond cookie cookies gdpr consent cmp breadcrumb breadcrumbs caption figcaption " +
    "wpcaption navbox infobox catlinks reflist references printfooter jumpto mwjumplink toc hatnote thumbcaption " +
    "modal popup lightbox overlay outbrain taboola jprelatedposts addtoany sharedaddy addthis ticker " +
    "ambox metadata seealso dablink sistersitebox portalbox authoritycontrol lectrailer pullquote"
  ).split(" "),
);

/** Words in class names and ids of what usually stands beside an article. */
const BESIDE = new Set(
  (
    "related recommend recommended recommendation recommendations share sharing shares social socials sidebar aside widget " +
    "widgets footer nav navbar navigation menu menus promo promos promotion ad ads adv advert adverts advertisement " +
    "advertising adslot adsense adsbygoogle sponsor sponsored banner banners newsletter subscribe subscription signup " +
    "popular trending mostread mostviewed tags taglist tagcloud keywords author authors authorbox writer writers writerbox columnist bio pagination pager " +
    "rating login register sharebar toolbar tools morenews readmore alsoread " +
    "breakingnews byline dateline timestamp copyright disclaimer poll survey carousel slider swiper playlist gallery feedback " +
    "credit credits masthead topbar paywall teaser teasers print whatsapp telegram follow sticky prevnext adjacent " +
    "nextpost posttags postmeta entrymeta entrytags"
  ).split(" "),
);

/** Names written as one word: «relatedposts», «sharebuttons». */
const GLUED = /^(?:related|share|recommend|advert|sidebar|breadcrumb|newsletter|mostread|mostpop)\w{3,}/;

/** Pairs of words that mean what neither means alone. */
const BESIDE_PAIRS = new Set(
  (
    "more-news read-more read-also also-read see-also most-read most-viewed most-popular latest-news other-news next-article " +
    "prev-next more-stories more-articles more-from you-may post-tags post-meta post-navigation entry-meta entry-footer " +
    "article-tags article-meta article-info meta-info post-info author-info news-list list-news site-header page-header " +
    "top-stories top-news wp-caption image-caption img-caption photo-caption image-source photo-source image-credit " +
    "photo-credit image-description image-title up-next in-this"
  ).split(" "),
);

const ARTICLE_PAIRS = new Set(
  (
    "article-body article-content article-text entry-content post-content post-body story-body story-content story-text " +
    "news-content news-body news-text news-details content-body body-content article-details details-text " +
    "single-content td-post article-detail body-text main-text article-paragraphs paragraph-list"
  ).split(" "),
);
const ARTICLE = new Set(
  "articlebody articlecontent articletext storybody entrycontent postcontent postbody newsbody newscontent newsdetails newstext wysiwyg".split(
    " ",
  ),
);

/** Class names by which pages hide text, whether or not their style sheet has come. */
const HIDDEN = new Set(
  "hidden d-none hide sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screen-reader a11y-hidden u-hidden is-hidden".split(
    " ",
  ),
);
const MARKS = new Set(["reference", "mw-ref", "mw-editsection", "noprint", "mw-cite-backlink"]);
/** Names that show on some screens what others hide. */
const SHOWN = /(^|\s)(d|visible|show)-\w+(-\w+)?/;

/** Whether an element's text is no text of the page's: scripts, fields, code, what its own markup hides. */
export function isLeftOut(element: Element): boolean {
  const { tagName } = element;
  if (LEFT_OUT.has(tagName.toUpperCase()) || /^AMP-(?:AD|EMBED|SIDEBAR|STICKY)/.test(tagName)) return true;
  if (!element.hasAttributes()) return false;
  if ((element.getAttribute("hidden") ?? "until-found") !== "until-found") return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")) return true;
  if ((element.getAttribute("contenteditable") ?? "false") !== "false") return true;
  const names = element.getAttribute("class") ?? "";
  for (const name of names.split(/\s+/)) {
    if (MARKS.has(name)) return true;
    // `d-none d-md-block` and the like are shown on some screens.
    if (HIDDEN.has(name)) return !SHOWN.test(names.replace(name, ""));
  }
  return false;
}

/** What an element's name, role, class and id say. */
export function hintOf(element: Element): Hint {
  if (NEVER_TAGS.has(element.tagName)) return "never";
  if (!element.hasAttributes()) return BESIDE_TAGS.has(element.tagName) ? "beside" : null;
  const role = element.getAttribute("role");
  if (role && NEVER_ROLES.has(role)) return "never";
  const property = element.getAttribute("itemprop") ?? element.getAttribute("property");
  if (property) {
    if (/\barticleBody\b/i.test(property)) return "article";
    if (/\b(comment|caption)\b/i.test(property)) return "never";
  }
  if (role === "complementary" || BESIDE_TAGS.has(element.tagName)) return "beside";
  const names = `${element.id} ${element.getAttribute("class") ?? ""}`;
  return names.length > 1 ? hintOfNames(names) : null;
}

const known = new Map<string, Hint>();

function hintOfNames(names: string): Hint {
  const before = known.get(names);
  if (before !== undefined) return before;
  const hint = readNames(names);
  if (known.size > 5000) known.clear();
  known.set(names, hint);
  return hint;
}

function readNames(names: string): Hint {
  let hint: Hint = null;
  let named = false;
  for (const name of names.split(/\s+/)) {
    const parts = wordsOf(name);
    for (const [at, part] of parts.entries()) {
      const pair = `${part}-${parts[at + 1]}`;
      if (at + 2 >= parts.length && (ARTICLE_PAIRS.has(pair) || ARTICLE.has(part))) named = true;
      const joined = part + (parts[at + 1] ?? "");
      if (NEVER.has(part) || NEVER.has(joined) || pair === "wp-caption") return "never";
      // Page builders call every element a widget: «elementor-widget-text».
      if (part === "widget" && at > 0) continue;
      if (GLUED.test(part) || BESIDE.has(part) || BESIDE.has(joined) || BESIDE_PAIRS.has(pair))
        hint = "beside";
    }
  }
  return named ? "article" : hint;
}

/** The words of a name, `top-ad`, `topAd` or `top_ad` alike; a random one, such as `mwAdE`, has none. */
function wordsOf(name: string): string[] {
  if (/^[a-z]{3,}$/.test(name)) return [name];
  const humps = name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").split(/[^A-Za-z]+/);
  const random = humps.some(({ length }) => length === 1) || humps.every(({ length }) => length < 3);
  return (random ? name.split(/[^A-Za-z]+/) : humps).filter(Boolean).map((word) => word.toLowerCase());
}

/** How a text may begin: set phrases and what is no set phrase, spelling folded. */
interface Beginnings {
  phrases: readonly string[];
  other: RegExp;
}

/** Pointers to other articles, a share bar, a form or a list of tags. */
const POINTERS: Beginnings = {
  phrases: (
    "للمزيد|لمزيد من|المزيد من|المزيد عن|المزيد حول|مواضيع|موضوعات|اخبار ذات|اخبار متعلقه|اخبار مرتبطه|مقالات ذات|مقالات متعلقه|مقالات اخري|مقالات سابقه" +
    "|ذات صله|قد يهمك|قد يعجبك|ربما يهمك|الاكثر|اخر الاخبار|احدث الاخبار|اخترنا لك|نرشح لك|لا يفوتك|ننصحك|كلمات مفتاحيه|كلمات دلاليه|كلمات داله|الكلمات المفتاحيه|الكلمات الدلاليه|الكلمات الداله|الوسوم|وسوم|تصنيفات|شارك|مشاركه|انشر" +
    "|تابعنا|تابعونا|تابعوا|اشترك|انضم|حمل تطبيق|حملوا تطبيق|اترك|اضف|اكتب تعليق|التعليقات|تعليقات|لا توجد تعليقات|طباعه|حجم الخط|نسخ الرابط|انسخ الرابط|الرابط المختصر|رابط مختصر" +
    "|مقالات مفصله|مقاله مفصله|انظر الي|مصدر الصوره|التعليق علي الصوره|صوره ارشيفيه|اخر تحديث|تاريخ النشر|نشر بتاريخ|تخطي |نهايه قصص|نهايه يوتيوب|نهايه التغريده|قصص مقترحه" +
    "|read more|read also|read next|see also|related|share this|sign up|subscribe|follow us|advertisement|click here to|more:|also read|watch:|recommended|most read|photo:|image:|getty"
  ).split("|"),
  other:
    /^(?:و?(?:اقراو?|طالع|شاهد|تابع|انظر)و?ا? ?(?:المزيد|كذلك|ايضا|معنا)|اعلان(?:ات)?[^\u0620-\u064a]*$|[0-9]+ تعليق|(?:المصدر|تحرير|اعداد|كتبت?|ترجمه|تصوير) ?[:/-])/,
};

/** Headings, besides those of comments, after which no article goes on. */
const ENDS: Beginnings = {
  phrases: (
    "شارك برايك|مواضيع ذات|مواضيع متعلقه|مواضيع قد|موضوعات ذات|موضوعات متعلقه|اخبار ذات|اخبار متعلقه|مقالات ذات|مقالات متعلقه|مقالات اخري|مقالات سابقه|ذات صله|قد يهمك|وصلات خارجيه|روابط خارجيه|انظر ايضا|اقرا ايضا" +
    "|related articles|related stories|related posts|related news|external links|see also|about the author|more from|read next|you may also like|most popular"
  ).split("|"),
  other: /^(?:(?:ال)?(?:مراجع|هوامش|ملاحظات|مصادر)[^\u0620-\u064a]*$|references$)/,
};

/** Headings of what readers write below an article, and of the form to write it in. */
const COMMENTS: Beginnings = {
  phrases: "اراء القراء|اراء الزوار|ردود القراء|ردود الزوار|leave a comment|leave a reply".split("|"),
  other:
    /^(?:(?:اترك|اضف|اكتب|شاركنا?|ابد) (?:رد|ب?تعليق|ب?راي)|(?:ال)?تعليقات(?: (?:القراء|الزوار|المستخدمين|علي الخبر))?[^\u0620-\u064a]*$|[0-9]+ تعليق|(?:[0-9]+ )?comments?[^a-z]*$)/,
};

/** Invitations to follow, subscribe, download. */
const CHANNELS =
  /قنات(?:نا|ي)|قناه .{2,30} علي|تطبيق|واتس|تلي?[غقجك]رام|تيلي?[غقجك]رام|نشرتنا|النشره|صفحتنا|صفحاتنا|حساباتنا|حسابنا|[غجق]و[غجق]ل نيوز|google news|newsletter|whatsapp|telegram/;
const INVITATIONS: Beginnings = {
  phrases:
    "تابع|اشترك|انضم|حمل|لمتابعه|للاشتراك|للانضمام|للمزيد|follow|join|subscribe|download|sign up".split("|"),
  other: /^[يت]?مكنكم? (?:متابعه|الاشتراك)/,
};

/** Words of a site's rules on comments, privacy and cookies; several of them make a policy. */
const POLICY =
  /تعليق|مشاركات|نشر|حذف|سياس[ةه] الخصوصي|شروط|احكام|إرشادات|ارشادات|قواعد|الزوار|القراء|لا تعبر|وجهة نظر|رأي الموقع|رأي الكاتب|ملفات تعريف|الارتباط|كوكيز|حقوق النشر|جميع الحقوق|محفوظة|المستخدم|الموقع|حساب|بريدك الإلكتروني|الحقول الإلزامية|cookies?|privacy policy|terms of (?:use|service)|all rights reserved|your (?:email|account)|newsletter/g;
const POLICY_CORE =
  /تعليق|مشارك[ات]|سياس[ةه] الخصوصي|ملفات تعريف الارتباط|كوكيز|لا تعبر|جميع الحقوق محفوظة|بريدك الإلكتروني|cookie|privacy policy|terms of (?:use|service)|all rights reserved|your email/;

/** Whether a block points elsewhere: to other articles, a share bar, a form, tags. */
export function isPointer(text: string): boolean {
  return begins(fold(text.slice(0, 60)), POINTERS);
}

/** Whether a short block is a heading after which the article does not go on. */
export function isEnd(text: string, words: number): boolean {
  return words <= 6 && begins(fold(text), ENDS);
}

/** Whether a short block is the heading of readers' comments. */
export function isCommentHeading(text: string, words: number): boolean {
  return words <= 6 && begins(fold(text), COMMENTS);
}

/** Whether a block invites to follow the site elsewhere. */
export function isInvitation(text: string, words: number): boolean {
  return words <= 35 && begins(fold(text.slice(0, 60)), INVITATIONS) && CHANNELS.test(fold(text));
}

/** Whether a block is a rule of the site's, not news. */
export function isPolicy(text: string): boolean {
  if (text.includes("عبر ") && /لا [تي]عبر .{0,40}(?:رأي|راي|وجهة|بالضرورة)/.test(text) && text.length < 260)
    return true;
  const lower = text.toLowerCase();
  if (!POLICY_CORE.test(lower)) return false;
  const found = lower.match(POLICY) ?? [];
  return (
    (new Set(found).size >= 3 && found.length > 0.08 * text.split(" ").length) ||
    /^(?:©|جميع الحقوق|all rights)/.test(lower)
  );
}

/** White space, punctuation, symbols. Named one by one, as classes of all Unicode's letters are slow to compile. */
const SIGNS =
  "\\s!-/:-@\\[-`{-\u00bf\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u2bff\u3000-\u303f\ufe30-\ufe6f\uff00-\uff0f";
/** Runs of them. */
export const NOISE = new RegExp(`[${SIGNS}]+`, "g");
const LETTER = new RegExp(`[^${SIGNS}\\d\u0660-\u0669\u06f0-\u06f9]`);

/** Whether a text has a letter: what is neither a sign nor a digit. */
export function hasLetters(text: string): boolean {
  return LETTER.test(text);
}

/** Folds what writers spell differently; for comparing alone. */
export function fold(text: string): string {
  return (/[\ufb50-\ufdff\ufe70-\ufefc]/.test(text) ? text.normalize("NFKC") : text)
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * Whether a folded text begins so, whatever signs stand before its first word. Phrases are compared one by one, for browsers
 * compile a pattern of them all longer than an article's blocks are compared.
 */
function begins(text: string, { phrases, other }: Beginnings): boolean {
  const words = text.replace(/^[^a-z0-9\u0620-\u064a]+/, "");
  return phrases.some((phrase) => words.startsWith(phrase)) || other.test(words);
}
