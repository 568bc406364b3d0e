/** What the interface says, in Arabic and in English. */
import type { Layer } from "../../engine/engine.ts";
import type { NameType, QuoteKind, Value } from "../../engine/types.ts";

/** A language of the interface. */
export type Language = "ar" | "en";

/** Forms of a counted noun by plural category; `#` stands for the number. */
type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** All that is said in one language. */
export interface Strings {
  margin: string;
  openMargin: string;
  close: string;
  expand: string;
  readingTime: string;
  minutes: Counted;
  words: Counted;
  left: (minutes: string) => string;
  done: string;
  search: string;
  searchHint: string;
  results: Counted;
  noResults: string;
  position: (at: number, of: number) => string;
  next: string;
  previous: string;
  nextMention: (name: string) => string;
  previousMention: (name: string) => string;
  tabs: { quotes: string; names: string; values: string; view: string };
  nothing: { quotes: string; names: string; values: string };
  unattributed: string;
  quotes: Counted;
  mentions: Counted;
  types: Record<NameType, string>;
  groups: Record<NameType, string>;
  kinds: Record<QuoteKind, string>;
  layers: Record<Layer, string>;
  values: Record<Value["type"], string>;
  valueGroups: { date: string; money: string; percent: string; figure: string };
  painted: string;
  showAll: (count: number) => string;
  showFewer: string;
  cue: string;
  speaker: string;
  toSpeaker: string;
  within: (name: string) => string;
  copy: string;
  copied: string;
  newTab: string;
  wikipedia: string;
  wikidata: string;
  reader: {
    open: string;
    hint: string;
    tidy: (count: number) => string;
    harakat: string;
    larger: string;
    smaller: string;
  };
}

const ar: Strings = {
  margin: "هامش المقال",
  openMargin: "افتح هامش المقال",
  close: "إغلاق",
  expand: "توسيع الهامش",
  readingTime: "زمن القراءة",
  minutes: { one: "دقيقة واحدة", two: "دقيقتان", few: "# دقائق", many: "# دقيقة", other: "# دقيقة" },
  words: { one: "كلمة واحدة", two: "كلمتان", few: "# كلمات", many: "# كلمة", other: "# كلمة" },
  left: (minutes) => `الباقي ${minutes}`,
  done: "اكتملت القراءة",
  search: "بحث في المقال",
  searchHint: "ابحث في المقال",
  results: { one: "نتيجة واحدة", two: "نتيجتان", few: "# نتائج", many: "# نتيجة", other: "# نتيجة" },
  noResults: "لا نتائج",
  position: (at, of) => `${at} من ${of}`,
  next: "التالي",
  previous: "السابق",
  nextMention: (name) => `الموضع التالي: ${name}`,
  previousMention: (name) => `الموضع السابق: ${name}`,
  tabs: { quotes: "أقوال", names: "أسماء", values: "أرقام", view: "عرض" },
  nothing: {
    quotes: "لا أقوال في هذا المقال.",
    names: "لا أسماء في هذا المقال.",
    values: "لا تواريخ ولا أرقام في هذا المقال.",
  },
  unattributed: "من دون قائل مذكور",
  quotes: { one: "قول واحد", two: "قولان", few: "# أقوال", many: "# قولًا", other: "# قول" },
  mentions: { one: "موضع واحد", two: "موضعان", few: "# مواضع", many: "# موضعًا", other: "# موضع" },
  types: { person: "شخص", place: "مكان", organization: "جهة" },
  groups: { person: "أشخاص", place: "أماكن", organization: "جهات ومؤسسات" },
  kinds: {
    direct: "قول مباشر",
    partial: "قول مقتطف",
    term: "تعبير بين علامتين",
    indirect: "قول منقول بالمعنى",
  },
  layers: {
    person: "أشخاص",
    place: "أماكن",
    organization: "جهات ومؤسسات",
    direct: "أقوال مباشرة",
    partial: "أقوال مقتطفة",
    term: "تعابير بين علامتين",
    indirect: "أقوال منقولة بالمعنى",
    date: "تواريخ وأوقات",
    figure: "أرقام ومبالغ",
  },
  values: {
    date: "تاريخ",
    time: "وقت",
    duration: "مدة",
    number: "عدد",
    ordinal: "ترتيب",
    percent: "نسبة مئوية",
    money: "مبلغ",
    quantity: "مقدار",
  },
  valueGroups: { date: "تواريخ وأوقات", money: "مبالغ", percent: "نسب مئوية", figure: "أعداد ومقادير" },
  painted: "ما يُلوَّن في المقال",
  showAll: (count) => `أظهر الكل (${count})`,
  showFewer: "أظهر أقل",
  cue: "فعل القول",
  speaker: "القائل",
  toSpeaker: "إلى القائل",
  within: (name) => `ضمن كلام ${name}`,
  copy: "نسخ القول مع قائله",
  copied: "نُسخ",
  newTab: "يُفتح في لسان جديد",
  wikipedia: "ويكيبيديا",
  wikidata: "ويكي بيانات",
  reader: {
    open: "قراءة مرتّبة",
    hint: "نص المقال وحده، بعلامات ومسافات مرتّبة، بحركات أو من دونها",
    tidy: (count) => `ترتيب العلامات والمسافات (${count})`,
    harakat: "الحركات",
    larger: "كبّر النص",
    smaller: "صغّر النص",
  },
};

const en: Strings = {
  margin: "Article margin",
  openMargin: "Open the article's margin",
  close: "Close",
  expand: "Expand the margin",
  readingTime: "Reading time",
  minutes: { one: "1 minute", other: "# minutes" },
  words: { one: "1 word", other: "# words" },
  left: (minutes) => `${minutes} left`,
  done: "All read",
  search: "Search in the article",
  searchHint: "Search the article",
  results: { one: "1 result", other: "# results" },
  noResults: "No results",
  position: (at, of) => `${at} of ${of}`,
  next: "Next",
  previous: "Previous",
  nextMention: (name) => `Next mention of ${name}`,
  previousMention: (name) => `Previous mention of ${name}`,
  tabs: { quotes: "Quotes", names: "Names", values: "Figures", view: "View" },
  nothing: {
    quotes: "Nobody is quoted in this article.",
    names: "Nobody and nothing is named in this article.",
    values: "No dates or figures in this article.",
  },
  unattributed: "No speaker given",
  quotes: { one: "1 quote", other: "# quotes" },
  mentions: { one: "1 mention", other: "# mentions" },
  types: { person: "Person", place: "Place", organization: "Organization" },
  groups: { person: "People", place: "Places", organization: "Organizations" },
  kinds: {
    direct: "Direct quote",
    partial: "Partial quote",
    term: "Words in quotation marks",
    indirect: "Reported speech",
  },
  layers: {
    person: "People",
    place: "Places",
    organization: "Organizations",
    direct: "Direct quotes",
    partial: "Partial quotes",
    term: "Words in quotation marks",
    indirect: "Reported speech",
    date: "Dates and times",
    figure: "Figures and amounts",
  },
  values: {
    date: "Date",
    time: "Time",
    duration: "Duration",
    number: "Number",
    ordinal: "Ordinal",
    percent: "Percentage",
    money: "Amount of money",
    quantity: "Quantity",
  },
  valueGroups: {
    date: "Dates and times",
    money: "Money",
    percent: "Percentages",
    figure: "Numbers and quantities",
  },
  painted: "Painted in the article",
  showAll: (count) => `Show all (${count})`,
  showFewer: "Show fewer",
  cue: "Reporting word",
  speaker: "Speaker",
  toSpeaker: "To the speaker",
  within: (name) => `Said by ${name}`,
  copy: "Copy the quote with its speaker",
  copied: "Copied",
  newTab: "opens in a new tab",
  wikipedia: "Wikipedia",
  wikidata: "Wikidata",
  reader: {
    open: "Reading view",
    hint: "The article's text alone, marks and blanks tidied, with harakat or without",
    tidy: (count) => `Tidy marks and blanks (${count})`,
    harakat: "Harakat",
    larger: "Larger text",
    smaller: "Smaller text",
  },
};

/** All languages of the interface. */
export const STRINGS: Record<Language, Strings> = { ar, en };

const rules = new Map<Language, Intl.PluralRules>();

/** A number and its noun, the noun in the right form. */
export function counted(language: Language, count: number, forms: Counted): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  const form = forms[rule.select(count)] ?? forms.other;
  return form.replace("#", format(language, count));
}

/** A number with Western digits, as most Arabic papers print and as the engine's labels have them. */
export function format(language: Language, number: number, options?: Intl.NumberFormatOptions): string {
  // Making a formatter takes a millisecond and more.
  if (!options && Number.isInteger(number) && Math.abs(number) < 1000) return `${number}`;
  return new Intl.NumberFormat(`${language}-u-nu-latn`, options).format(number);
}
