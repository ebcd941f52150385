#include "ui/data.hpp"

#include <algorithm>
#include <vector>

namespace salient::ui {

namespace {

using events::EventIndex;

/// The days between the handles, whichever of them the cursor has reached: a list that shrank with the cursor would lose the
/// neighbours of the event that was chosen in it.
time::Window listed_window(const session::State& state) {
    const time::Window shown = session::shown_window(state);
    return {std::min(shown.begin, state.window.begin), std::max(shown.end, state.window.end)};
}

ListKey key_of(const Context& context, bool with_window) {
    ListKey key;
    key.version = context.store().version();
    key.filter = context.state().filter;
    key.window = with_window ? listed_window(context.state()) : time::Window();
    key.is_set = true;
    return key;
}

std::vector<EventIndex> only_passing(const Context& context, std::vector<EventIndex> all) {
    const session::Filter& filter = context.state().filter;
    const auto fails = [&](EventIndex index) {
        return !session::passes_filter(filter, context.store(), index);
    };
    all.erase(std::remove_if(all.begin(), all.end(), fails), all.end());
    return all;
}

/// Asked once for each store and filter: a window then costs a look at one byte an event.
void refresh_passes(const Context& context) {
    std::vector<std::uint8_t>& passes = context.data.lists.passes;
    passes.assign(context.store().size(), 0);
    for (std::size_t i = 0; i < passes.size(); ++i) {
        passes[i] = session::passes_filter(
                        context.state().filter,
                        context.store(),
                        static_cast<EventIndex>(i))
                        ? 1
                        : 0;
    }
}

void refresh_bars(const Context& context) {
    BarCache& bars = context.data.bars;
    if (!bars.has_all || bars.all_version != context.store().version()) {
        bars.all = timeline::DayCounts::build(context.store(), {});
        bars.all_version = context.store().version();
        bars.has_all = true;
    }
    const std::vector<std::uint8_t>& passes = context.data.lists.passes;
    bars.counts = timeline::DayCounts::build(context.store(), [&passes](EventIndex index) {
        return passes[index] != 0;
    });
}

}  // namespace

void refresh_caches(const Context& context) {
    ListCache& lists = context.data.lists;
    const ListKey tray_key = key_of(context, false);
    if (!(lists.tray_key == tray_key)) {
        refresh_passes(context);
        lists.undated = only_passing(context, context.store().undated());
        lists.unlocated = only_passing(context, context.store().unlocated());
        lists.tray_key = tray_key;
        refresh_bars(context);
    }
    const ListKey key = key_of(context, true);
    if (!(lists.key == key)) {
        lists.shown = context.store().in_window(key.window);
        const auto fails = [&lists](EventIndex index) { return lists.passes[index] == 0; };
        lists.shown.erase(
            std::remove_if(lists.shown.begin(), lists.shown.end(), fails),
            lists.shown.end());
        lists.key = key;
    }
}

}  // namespace salient::ui
