//! Words that this stage knows, spelling folded.

use crate::name::lead;

use super::words::{Words, words};

/// Words that open a report.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: Words = words![
    "ان", "انه", "انها", "انهم", "انهما", "انني", "اننا", "اني", "انك", "انا", "بان", "بانه", "بانها",
    "بانهم", "باننا", "بانني", "باني", "بانهما",
];

/// Words between a reporting word and its speaker, or behind him.
#[rustfmt::skip]
pub(super) const ADVERBS: Words = words![
    "ايضا", "امس", "اليوم", "غدا", "مساء", "صباح", "صباحا", "يوم", "السبت", "الاحد", "الاثنين", "الثلاثاء",
    "الاربعاء", "الخميس", "الجمعه", "لاحقا", "مجددا", "عليها", "عليه", "عليهم", "له", "لها", "لهم", "لنا",
    "لي", "فيه", "فيها", "بدوره", "بدورها", "الان", "هنا", "ذلك", "هذا", "كذلك", "اخيرا", "ضاحكا",
    "ضاحكه", "مبتسما", "مبتسمه", "باكيه", "ساخره", "مازحه", "غاضبه", "بالفعل", "عنه", "عنها", "عنهم", "اليه", "اليها",
    "اليهم", "منه", "منها", "معه", "معها", "به", "بها", "بذلك", "لك", "عنك", "فقط", "علنا", "صراحه", "مرارا", "حرفيا", "بالحرف", "لكم", "لهما", "لهن",
    "منهم", "منا", "مني", "عليهما", "تحته", "تحتها",
];

/// Words between a clause's beginning and its verb.
#[rustfmt::skip]
pub(super) const VERB_PARTICLES: Words = words!["قد", "لقد", "لم", "لا", "لن", "سوف", "كان", "كانت", "كانوا", "يكن", "تكن", "ما", "هل"];

/// Words that begin a sentence which tells what somebody or something is.
#[rustfmt::skip]
pub(super) const PRONOUNS: Words = words![
    "هذا", "هذه", "ذلك", "تلك", "هولاء", "هو", "هي", "هم", "نحن", "انا", "انه", "انها", "انهم", "اننا", "انني", "اني",
    "انك", "هناك", "ثمه", "ليس", "ليست",
];

/// Names of men that end as those of women do.
#[rustfmt::skip]
pub(super) const MEN: Words = words![
    "اسامه", "حمزه", "طلحه", "عبيده", "معاويه", "حذيفه", "قتيبه", "عطيه", "خليفه", "عبده", "طه", "عروه",
    "قتاده", "سلامه", "جمعه", "عماره", "عكرمه", "شحاته", "شحاده", "نعمه", "عوده", "عرفه",
    "رضا", "زكريا", "مينا", "يوحنا", "جوشوا", "حنا", "نيكيتا", "لوكا", "عطا",
];

/// Countries and regions that are masculine, as few are.
#[rustfmt::skip]
pub(super) const MASCULINE: Words = words![
    "لبنان", "العراق", "الاردن", "السودان", "المغرب", "اليمن", "الصومال", "الفاتيكان", "الخليج", "الشرق", "الغرب", "الجنوب", "الشمال",
    "الساحل", "الشام",
];

/// Words that no speaker's name goes on with.
#[rustfmt::skip]
pub(super) const PREPOSITIONS: Words = words![
    "علي", "عن", "الي", "خلال", "بعد", "قبل", "عبر", "عقب", "ردا", "حول", "مع", "عند", "حين", "عندما",
    "اثر", "امام", "وسط", "ضمن", "لدي", "منذ", "حيث", "بينما", "فيما", "لكن", "لكنه", "ثم", "كما", "اذ",
    "اذا", "لم", "لن", "لا", "ما", "قد", "كان", "كانت", "الذي", "التي", "الذين", "اللذان", "وهو", "وهي",
    "وهم", "انذاك", "تعليقا", "خصوصا", "طالبا", "بشان", "بعدما", "قوله", "قولها", "قولهم", "نهايه",
    "حسبما", "هو", "هي", "وقد", "لقد", "المولود", "المولوده", "الحايز", "الحايزه",
    "فقد", "فان", "فانه", "فانها", "فانهم", "فهو", "فهي",
];

/// One of several, or some of them.
#[rustfmt::skip]
pub(super) const PARTS: Words = words!["احد", "احدي", "بعض", "عدد", "كل", "جميع", "معظم", "اغلب", "غالبيه", "اثنان"];

/// Reporting words with whom is spoken to as their object.
#[rustfmt::skip]
pub(super) const ADDRESSES: Words = words![
    "اخبر", "ابلغ", "سال", "دعا", "طالب", "ناشد", "حث", "اتهم", "خاطب", "حذر", "ذكر",
];

/// Whether the word governs a genitive.
pub(super) fn is_governor(word: &str) -> bool {
    lead::PREPOSITIONS.contains(&word) || GOVERNORS.contains(word)
}

/// What governs a genitive beside the commonest prepositions.
#[rustfmt::skip]
const GOVERNORS: Words = words![
    "بعد", "قبل", "عقب", "عند", "اثر", "امام", "وسط", "ضمن", "بشان", "دون", "بدون", "اثناء", "داخل", "خارج", "تحت",
    "فوق", "بسبب", "مثل", "تجاه", "بجانب", "لصالح", "ل", "ب", "لـ", "بـ",
];

/// What something is done by: `وفقا للقانون` tells of nobody who speaks.
#[rustfmt::skip]
pub(super) const RULES: Words = words![
    "ارشادات", "لوايح", "لايحه", "قانون", "قوانين", "خطه", "معايير", "قواعد", "اتفاق", "اتفاقيه", "انظمه", "شروط",
    "ضوابط", "احكام", "تعليمات", "مبدا", "مقتضيات", "ترتيب", "جدول", "دستور", "درجه", "اعراف",
    "رغبه", "اليات", "نظام", "مستوي", "كميه", "نوع", "اجراءات", "موسم",
];

/// Words that no speaker's phrase begins with, though it may go on with some: `مصدر داخل الوزارة`.
#[rustfmt::skip]
pub(super) const NO_HEADS: Words = words![
    "دون", "بدون", "اثناء", "داخل", "خارج", "بين", "تحت", "فوق", "ضد", "نحو", "حتي", "بسبب", "لما", "مما",
    "فور", "نتيجه", "عدم", "سوي", "مثل", "كي", "لكي", "مدي", "كيف", "لماذا", "و", "ف", "قول", "عباره", "هتافات",
    "شعار", "شعارات", "هل", "متي", "تم",
];

/// Spans of time.
#[rustfmt::skip]
pub(super) const PERIODS: Words = words!["عام", "سنه", "العام", "السنه", "الشهر", "الاسبوع", "القرن", "الصيف", "الشتاء"];

/// Which span of time is meant.
#[rustfmt::skip]
pub(super) const WHICH_PERIOD: Words = words![
    "الماضي", "الماضيه", "الجاري", "الجاريه", "الحالي", "الحاليه", "المنصرم", "الفايت", "المقبل",
    "المقبله", "القادم", "القادمه", "نفسه", "نفسها",
];

/// Where and how something is said: `في تصريح`.
#[rustfmt::skip]
pub(super) const OCCASIONS: Words = words![
    "تصريح", "تصريحات", "بيان", "حديث", "موتمر", "مقابله", "رساله", "كلمه", "اتصال", "تغريده", "ختام",
    "وقت", "منشور", "حوار", "لقاء", "خطاب", "تعليق", "رد", "تقرير", "مداخله", "مقال", "مقطع", "جلسه",
    "المقابل", "نهايه", "هذا", "ذلك", "تدوينه",
];

/// To whom something is said: `لقناة`.
#[rustfmt::skip]
pub(super) const RECIPIENTS: Words = words![
    "قناه", "وكاله", "صحيفه", "جريده", "موقع", "مجله", "اذاعه", "شبكه", "وكالتنا", "برنامج", "وسايل",
    "مراسل", "مراسلنا", "محطه", "تلفزيون", "راديو", "صحفيين", "صحافيين",
];

/// How something is said: `بصوت`.
#[rustfmt::skip]
pub(super) const MANNERS: Words = words![
    "كلمه", "كلمات", "صوت", "لهجه", "نبره", "حزن", "غضب", "سخريه", "ابتسامه", "جمله", "عباره", "تحقيق",
    "وضوح", "شده", "حراره", "بيان", "هدوء", "سرعه", "شكل", "صوره", "طريقه",
];

/// Who holds something: titles that no name stands right behind.
#[rustfmt::skip]
pub(super) const HOLDERS: Words = words!["صاحب", "وكيل", "سعاده", "معالي", "فضيله", "مصدر", "مسوول", "والد", "استاذ"];

/// From whom something is passed on who was named before.
pub(super) const OF_HIM: Words = words!["عنه", "عنها", "عنهم"];

/// What stands between a word that names a source and the source.
pub(super) const SOURCES: Words = words!["ما", "لما", "الي", "عن", "ل", "لـ"];

/// What he said himself.
pub(super) const OWN_WORDS: Words = words!["قوله", "قولها", "وصفه", "وصفها", "تعبيره", "تعبيرها"];

/// The article, letters written onto it.
#[rustfmt::skip]
pub(super) const ARTICLES: Words = words!["ال", "لل", "بال", "وال"];

/// Letters that verbs begin with, or that are written onto words.
#[rustfmt::skip]
pub(super) const PROCLITICS: Words = words!["و", "ف", "ب", "ل", "س", "ي", "ت"];

/// Endings of verbs and of nouns that somebody owns.
#[rustfmt::skip]
pub(super) const ENDINGS: Words = words!["ا", "ه", "ت"];

/// Endings of adjectives.
#[rustfmt::skip]
pub(super) const ATTRIBUTIVE: Words = words!["ي", "يه", "ين", "ون"];

/// Participles and offices that a preposition belongs to: `صادر عن`, `مطلع على`, `نائب عن`.
#[rustfmt::skip]
pub(super) const GOVERNING: Words = words![
    "صادر", "صادره", "الصادر", "الصادره", "مطلع", "مطلعه", "مطلعان", "مطلعين", "مطلعون", "المطلع", "المطلعين", "مشرف", "المشرف",
    "المشرفه", "نايب", "نايبه", "النايب", "النايبه",
];

/// Verbs that begin as nouns with their article do; of her a ت stands behind them.
#[rustfmt::skip]
pub(super) const ARTICLELESS: Words = words![
    "التقي", "التق", "القي", "الق", "الغي", "الغ", "التمس", "التحق", "التفت", "التقط", "التزم", "التهم", "التحم", "التصق", "التف",
];

/// What a definite noun may go on with that is neither a name nor a noun.
#[rustfmt::skip]
pub(super) const FOLLOWERS: Words = words![
    "في", "عن", "لدي", "علي", "باسم", "و", "نفسه", "نفسها", "ذاته", "ذاتها", "ذات", "ذو", "غير", "رقم", "فرع", "سابقا", "عشر", "عشره", "عاما", "حتي",
    "يدعي", "تدعي", "يكني", "اسمه", "اسمها", "هو", "هي",
];

/// Words before the first noun of a clause.
#[rustfmt::skip]
pub(super) const CONJUNCTIONS: Words = words![
    "لكن", "اما", "كما", "ولكن", "فيما", "بينما", "وكان", "كان", "وكانت", "كانت", "وقد", "قد", "غير", "ان",
    "الا", "و", "حيث", "بعدما", "ثم", "اذ", "وان", "واما", "فان",
];

/// Who sends news.
#[rustfmt::skip]
pub(super) const AGENCIES: Words = words![
    "رويترز", "وكالات", "الوكالات", "الانباء", "قنا", "وام", "كونا", "سانا", "واس", "بترا", "وفا", "افب", "فرانس", "برس", "ووكالات", "خاص",
];

/// Nouns that a title or a name in marks follows.
#[rustfmt::skip]
pub(super) const HEADS: Words = words![
    "صحيفه", "جريده", "وكاله", "مجله", "قناه", "شبكه", "موقع", "حزب", "حركه", "جماعه", "تنظيم", "شركه",
    "موسسه", "منصه", "برنامج", "فيلم", "مسلسل", "كتاب", "روايه", "ديوان", "اغنيه", "اغاني", "البوم",
    "عنوان", "بعنوان", "باسم", "اسم", "مركز", "مبادره", "مشروع", "حمله", "مصطلح", "كلمه", "عباره", "لقب",
    "بلقب", "وسم", "هاشتاغ", "تطبيق", "مهرجان", "اذاعه", "راديو", "فريق", "نادي", "مسرحيه", "قصيده",
    "عمليه", "سفينه", "خام", "طراز", "نظام", "قانون", "تسميه", "جائزه", "جايزه", "معرض", "دار", "كتله",
    "تيار", "تحالف", "جمعيه", "منظمه", "قوات", "الويه", "كتايب", "صاروخ", "مركبه", "فيروس", "سوره",
    "مجموعه", "المسمي", "المسماه", "يدعي", "تدعي", "يسمي", "لصحيفه", "لوكاله", "لموقع", "لقناه", "شعار",
    "فرقه", "لوحه", "مسابقه", "بطوله", "متحف", "نشره", "خدمه", "طايره",
    "محاضره", "ندوه", "قصه", "خطه", "حلقه", "سلسله", "لعبه", "مقال", "مقاله", "موشر", "منتدي", "موسوعه", "مذكرات",
    "وثيقه", "فندق", "مطعم", "مقهي", "مسرح", "نجم", "كوكب", "قمر", "مسبار", "عاصفه", "اعصار", "متحور", "سلاله",
];

/// Words of one who speaks of himself.
#[rustfmt::skip]
pub(super) const FIRST_PERSON: Words = words![
    "انا", "نحن", "اني", "انني", "اننا", "لي", "لنا", "علينا", "لدينا", "عندنا", "عندي", "منا", "بنا",
    "معنا", "كنا", "كنت", "لست", "لسنا", "اريد", "نريد", "اعتقد", "نعتقد", "انت", "انتم", "اظن",
    "اشعر", "اعرف", "احب", "اتمني", "ارجو", "احاول", "اعلم", "اقول",
];

/// Words of whole clauses.
#[rustfmt::skip]
pub(super) const PARTICLES: Words = words![
    "لا", "لم", "لن", "ليس", "ليست", "قد", "لقد", "سوف", "كان", "كانت", "هذا", "هذه", "هو", "هي", "ان",
    "اذا", "ما", "لو", "لكن", "ولكن", "حتي", "لان", "انه", "انها", "يجب", "هناك", "ذلك", "كل", "من", "في",
];
