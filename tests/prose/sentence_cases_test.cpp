#include "prose/sentences.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace prose = salient::prose;

namespace {

using Cases = std::vector<std::string>;

/// A case is a text with a bar at every place where a sentence must end and the next begin; line breaks are written as ¶.
void check(const Cases& cases) {
    for (const std::string& marked : cases) {
        std::string text;
        std::string expected;
        for (std::size_t i = 0; i < marked.size(); ++i) {
            if (marked[i] == '|') {
                expected += " | ";
                continue;
            }
            if (marked.compare(i, 2, "¶") == 0) {
                text += '\n';
                expected += '\n';
                ++i;
                continue;
            }
            text += marked[i];
            expected += marked[i];
        }
        std::string found;
        std::size_t last = 0;
        for (const prose::Sentence& sentence :
             prose::split_sentences(text, prose::tokenize(text))) {
            const std::string gap = text.substr(last, sentence.begin - last);
            found += gap;
            found += found.empty() ? "" : " | ";
            found += text.substr(sentence.begin, sentence.end - sentence.begin);
            last = sentence.end;
        }
        CHECK(found == expected);
    }
}

}  // namespace

TEST_CASE("English abbreviations do not end a sentence") {
    check({
        "Gen. Oleksandr Koval said the line held. |Nobody left.",
        "Lt. Col. Mark Reed and Maj. Gen. Ann Lee met Brig. Gen. Tom Hart. |They agreed.",
        "Sen. Maria Lopez, Rep. Joe Kim and Gov. Pat Hill came. |Mr. Smith did not.",
        "Prof. Dr. Anna Weber spoke first.",
        "The area of 150 sq. km was lost. |It was retaken.",
        "They live near St. Mary's church on Main St. in town.",
        "He arrived on Jan. 9 and left on Sept. 12. |She stayed.",
        "About 40 pct. of voters, i.e. two million, came; e.g. in the north, cf. fig. 3.",
        "The talks (approx. 3 hours) ended. |A statement followed.",
        "Smith v. Jones was heard in No. 10. |It ended.",
        "Acme Inc. and Widget Ltd. merged. |Shares rose.",
        "It was built by Acme Corp. |The price was not given.",
        "They left at 4 a.m. on Friday. |Others stayed.",
        "They left at 4 p.m. |The rest stayed.",
        "It rained in Washington, D.C., and in the U.K. on Monday.",
        "He lives in the U.S. |She does not.",
        "The U.S. Senate and the U.N. Security Council met.",
        "He holds a Ph.D. in law. |She has an M.A.",
    });
}

TEST_CASE("initials do not end a sentence") {
    check({
        "J. R. Hart and A.B. Lane wrote it. |C. Moor read it.",
        "George W. Bush spoke. |Vladimir V. Petrov listened.",
        "It was plan B. |Nobody had a plan C.",
        "They took vitamin C. |He took none.",
        "В. В. Петренко та О.І. Коваль приїхали. |Їх чекали.",
        "Документ подписал А. С. Иванов. |Его опубликовали.",
    });
}

TEST_CASE("quotes and brackets stay with their sentence") {
    check({
        "\"We held the line.\" |He smiled.",
        "\"We held the line,\" he said. |\"It was hard.\"",
        "“We held the line.” |“Nobody left!” she said, no more.",
        "«Мы выстояли». |Он улыбнулся.",
        "«Ми вистояли!» — сказав він. |Потім пішов.",
        "He asked: \"Is it over?\" |No one knew.",
        "It ended (or so they said). |It had not.",
        "It had not ended. |(They said it had.) |Then it rained.",
        "They won — finally! |Then they slept.",
        "\"Where?\" he asked. |\"There.\"",
        "Wait... there is more. |Read on…",
        "He paused… |Then he went on.",
        "Really?! |Yes.",
    });
}

TEST_CASE("numbers, dates and addresses hold together") {
    check({
        "It cost 1.5 million. |It grew by 3.25 per cent.",
        "See www.example.com or mail a.b@example.org. |Thanks.",
        "Version 2.0. |It works.",
        "On 12.01.2025 they met. |On 13.01.2025 they left.",
        "The year was 2022. |It was cold.",
        "They had 11,000 troops. |5,000 came back.",
        "He was born in 1980. |In 2000 he left.",
        "Article 5. applies here.",
    });
}

TEST_CASE("Ukrainian abbreviations do not end a sentence") {
    check({
        "Бої тривають біля м. Суджа та с. Лебедівка. |Є втрати.",
        "Це сталося у Сумській обл. вранці. |Людей вивезли.",
        "Музей ім. Шевченка зачинено. |Вхід вільний.",
        "Зупинка на вул. Лісовій, буд. 5, кв. 12. |Далі ліс.",
        "Площа 150 кв. км. |Населення невелике.",
        "Збитки сягнули 20 млн. грн. |Гроші знайшли.",
        "Загинуло 15 тис. осіб. |Стільки ж поранено.",
        "У 2024 р. почалися бої. |У 2025 р. вони тривали.",
        "Це було у 2022 р. |Тоді все змінилося.",
        "У 1941–1945 рр. тут стояв фронт. |Потім місто відбудували.",
        "Війська т.зв. республіки відійшли. |Їх не бачили.",
        "Ген. Коваль і полк. Бондар прибули. |Їх чекав проф. Мельник.",
        "Див. розділ 3 та ін. |Далі таблиця.",
        "До н.е. тут жили люди. |Вони зникли.",
        "Смт. Велике і пос. Мале без світла. |Ремонт триває.",
    });
}

TEST_CASE("Russian abbreviations do not end a sentence") {
    check({
        "Бои идут у г. Суджа и с. Гуево. |Есть потери.",
        "Село в Курской обл. взято. |Жители ушли.",
        "Завод им. Ленина закрыт. |Ворота заперты.",
        "В 2024 г. начались бои. |В 2025 г. они шли.",
        "Это было в 2022 г. |Тогда всё изменилось.",
        "Площадь 150 кв. км. |Население невелико.",
        "Ущерб 20 млн руб. |Деньги нашли.",
        "Погибло 15 тыс. человек. |Столько же ранено.",
        "Войска т.н. республики отошли. |Их не видели.",
        "Ул. Лесная, д. 5, стр. 2. |Дальше лес.",
        "Колонна — танки, БМП и т. д. |Её сожгли.",
        "Танки, БМП и т.д. |Её сожгли.",
        "Ген. Иванов и полк. Сидоров прибыли. |Их ждали.",
        "См. карту ниже. |Она старая.",
        "Жители р-на ушли. |Село пусто.",
    });
}

TEST_CASE("headlines, bullets and wrapped lines are told apart") {
    check({
        "Front line holds¶¶|The army said so on Monday. |It rained.",
        "Front line holds¶|The army said so on Monday.",
        "Key points:¶|- the line held¶|- the bridge fell¶|- rain came",
        "Key points¶|• The line held.¶|• The bridge fell.",
        "Plan¶|1. Take the bridge.¶|2. Hold the road.¶|3) Wait.",
        "a) first case¶|b) second case",
        "The troops advanced along the whole length of the road on¶Tuesday and reached the "
        "outskirts of the town before the "
        "night¶fell. |Then they stopped.",
        "The first long line of this paragraph was wrapped by hand at column¶Seventy, where a name "
        "begins the next line of the "
        "same sentence¶and it ends here.",
        "Заголовок новини¶|Військо повідомило про це в понеділок.",
        "Втрати:¶|— три танки;¶|— два БМП.",
        "First paragraph without a stop¶¶|second paragraph",
    });
}

TEST_CASE("a text of any length is cut in linear time") {
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
        text += i % 3 == 0 ? "Gen. A. B. stood.\n" : i % 3 == 1 ? "\"...\" " : "U.S. ";
    }

    const auto sentences = prose::split_sentences(text, prose::tokenize(text));

    CHECK(sentences.back().end <= text.size());
    CHECK(sentences.size() > 1000);
}
