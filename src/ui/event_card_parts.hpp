#pragma once

#include "ui/data.hpp"

// Only for the .cpp files of this module: the parts of the event card, from the top.
namespace salient::ui {

/// When, where, numbers, who says so, how sure.
void draw_facts(const Context& context, const events::Event& event);
/// Fields that correct type, date and place.
void draw_editor(const Context& context, const events::Event& event);
/// The article with the sentence and its evidence highlighted.
void draw_article(const Context& context, const events::Event& event, const ArticleView& article);
/// The sentence, sources and original columns of an event whose article is not at hand.
void draw_sources(const Context& context, const events::Event& event);

}  // namespace salient::ui
