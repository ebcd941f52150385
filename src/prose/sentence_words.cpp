#include "prose/sentence_words.hpp"

namespace salient::prose {

const Words& never_end() {
    static const Words kWords = {
        "mr",     "mrs",  "ms",   "dr",   "prof", "gen",   "lt",   "col",   "maj",    "capt", "sgt",
        "cmdr",   "adm",  "brig", "rev",  "hon",  "sen",   "rep",  "gov",   "pres",   "st",   "mt",
        "ft",     "sq",   "no",   "nos",  "vs",   "v",     "fig",  "cf",    "approx", "ca",   "jan",
        "feb",    "mar",  "apr",  "jun",  "jul",  "aug",   "sep",  "sept",  "oct",    "nov",  "dec",
        "messrs", "pvt",  "cpl",  "pct",  "ave",  "blvd",  "rd",   "hwy",   "dept",   "univ", "ім",
        "им",     "обл",  "вул",  "ул",   "буд",  "просп", "пр-т", "смт",   "пгт",    "пос",  "кв",
        "ген",    "полк", "акад", "проф", "св",   "див",   "стр",  "т",     "р-н",    "напр", "мл",
        "нар",    "зв",   "літ",  "лейт", "кап",  "майор", "адм",  "бульв", "бул",    "пров", "пер",
        "рис",    "табл", "ред",  "тис",  "тыс"};
    return kWords;
}

const Words& may_end() {
    static const Words kWords = {
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "etc",
        "al",
        "bros",
        "грн",
        "руб",
        "млн",
        "млрд",
        "рр",
        "гг",
        "др",
        "ін",
        "пр",
        "д-р"};
    return kWords;
}

const Words& by_number() {
    static const Words kWords =
        {"р", "г", "м", "с", "д", "км", "см", "кг", "га", "m", "km", "е", "о"};
    return kWords;
}

const Words& starters() {
    static const Words kWords = {
        "the",    "a",     "an",    "it",   "he",   "she",    "they",  "we",      "in",   "on",
        "at",     "but",   "and",   "this", "that", "these",  "there", "after",   "for",  "his",
        "her",    "its",   "their", "as",   "if",   "when",   "while", "however", "some", "no",
        "many",   "more",  "most",  "i",    "you",  "nobody", "then",  "what",    "both", "all",
        "others", "since", "до",    "в",    "у",    "на",     "він",   "вона",    "вони", "это",
        "они",    "он",    "она",   "це",   "але",  "но",     "тоді",  "тогда",   "його", "его",
        "їх",     "их",    "ми",    "мы",   "по",   "за",     "після", "после"};
    return kWords;
}

}  // namespace salient::prose
