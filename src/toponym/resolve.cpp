#include "toponym/resolve.hpp"

#include "toponym/choices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace salient::toponym {
namespace {

// Set by hand, checked by switching each off.
namespace weight {
constexpr double kProminence = 12.0;
constexpr double kCountry = 1.0;
constexpr double kRegion = 1.3;
constexpr double kNear = 1.2;
constexpr double kContained = 8.0;
constexpr double kWish = 3.0;
constexpr double kTheatre = 2.0;
constexpr double kAlias = -4.0;
constexpr double kFamousAlias = -0.3;
constexpr double kFamous = 0.6;  // prominence of cities that are known everywhere
constexpr double kLarge = 0.5;   // prominence of cities that outshine a region of the same name
constexpr double kRegionOfCity = -1.8;
}  // namespace weight

constexpr std::size_t kMostOptions = 32;  // candidates of a name that are compared
constexpr std::size_t kMostNames = 48;    // names that support each other by distance
constexpr std::size_t kMostReported = 8;
constexpr int kRounds = 3;

struct GroupKey {
    std::uint64_t key;
    std::uint64_t container;
    KindWish wish;
    bool operator==(const GroupKey&) const = default;
};
struct GroupHash {
    std::size_t operator()(const GroupKey& key) const {
        return key.key ^ (key.container * 0x9E3779B97F4A7C15ULL)
               ^ static_cast<std::size_t>(key.wish);
    }
};

class Resolver {
public:
    Resolver(
        const places::Gazetteer& gazetteer,
        const Options& options,
        const std::vector<HomeCountry>& homes)
        : gazetteer_(gazetteer),
          options_(options),
          homes_(homes) {}

    void add(const Mention& mention) {
        const std::uint64_t container =
            mention.container ? std::uint64_t{*mention.container} + 1U : 0U;
        auto [entry, is_new] =
            groups_.emplace(GroupKey{mention.key, container, mention.wish}, names_.size());
        if (is_new) {
            names_.push_back(make_name(mention));
        }
        of_mention_.push_back(entry->second);
        const double chance = 1.0 / (1.0 + std::exp(-mention.evidence));
        Name& name = names_[entry->second];
        name.mass = std::min(name.mass + chance, 2.0);
    }

    void run() {
        for (Name& name : names_) {
            settle(name, [](const Choice&) { return 0.0; });
        }
        for (int round = 0; round < kRounds; ++round) {
            one_round();
        }
    }

    /// For each mention. Call once, last.
    [[nodiscard]] std::vector<std::vector<Candidate>> answers() {
        std::vector<std::vector<Candidate>> of_name(names_.size());
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::vector<Choice>& choices = names_[i].choices;
            sort_by_belief(choices);
            of_name[i].reserve(std::min(choices.size(), kMostReported));
            for (std::size_t k = 0; k < choices.size() && k < kMostReported; ++k) {
                of_name[i].push_back({choices[k].place, static_cast<float>(choices[k].belief)});
            }
        }
        std::vector<std::vector<Candidate>> out;
        out.reserve(of_mention_.size());
        for (const std::size_t name : of_mention_) {
            out.push_back(of_name[name]);
        }
        return out;
    }

private:
    const places::Gazetteer& gazetteer_;
    const Options& options_;
    const std::vector<HomeCountry>& homes_;
    std::unordered_map<GroupKey, std::size_t, GroupHash> groups_;
    std::vector<Name> names_;
    std::vector<std::size_t> of_mention_;
    AreaCounts countries_;
    AreaCounts regions_;
    std::vector<Choice>
        before_;  // the choices of the name that is being settled, kept for its buffer

    static void sort_by_belief(std::vector<Choice>& choices) {
        sort_choices(choices, [](const Choice& choice) { return choice.belief; });
    }

    Name make_name(const Mention& mention) {
        Name name;
        for (const places::NameMatch& match : mention.candidates) {
            const places::PlaceIndex index = match.place;
            const places::Place place = gazetteer_.at(index);
            Choice choice;
            choice.place = index;
            choice.where = unit_vector(place.point);
            const auto [country, region] = gazetteer_.area_keys(index);
            choice.country = countries_.slot(country);
            choice.region = regions_.slot(region);
            choice.kind = place.kind;
            choice.prior = prior_of(mention, match, place);
            name.choices.push_back(choice);
        }
        if (name.choices.size() > kMostOptions) {
            std::stable_sort(
                name.choices.begin(),
                name.choices.end(),
                [](const Choice& a, const Choice& b) { return a.prior > b.prior; });
            name.choices.resize(kMostOptions);
        }
        return name;
    }

    double prior_of(
        const Mention& mention,
        const places::NameMatch& match,
        const places::Place& place) const {
        const places::PlaceIndex index = match.place;
        const double prominence = match.prominence;
        double prior = weight::kProminence * prominence;
        const bool in_theatre = is_theatre(match.country_key);
        if (match.is_alias && !mention.is_cyrillic && !in_theatre) {
            prior += prominence >= weight::kFamous ? weight::kFamousAlias : weight::kAlias;
        }
        if (mention.container) {
            const places::Place outer = gazetteer_.at(*mention.container);
            const bool same_country = place.country == outer.country;
            const bool inside = outer.kind == places::PlaceKind::Country
                                    ? same_country
                                    : same_country && place.region_id == outer.region_id;
            prior += inside && index != *mention.container ? weight::kContained : 0;
        }
        const bool is_area =
            place.kind == places::PlaceKind::Region || place.kind == places::PlaceKind::District;
        if (mention.wish == KindWish::Region || mention.is_container) {
            const bool fits =
                is_area || (mention.is_container && place.kind == places::PlaceKind::Country);
            prior += fits ? weight::kWish : 0;
        } else if (place.kind == places::PlaceKind::Region && has_famous_city(mention, place)) {
            prior += weight::kRegionOfCity;
        }
        if (options_.theatre_bias && in_theatre) {
            prior += weight::kTheatre;
        }
        return prior + home_bonus(match.country_key);
    }

    static bool is_theatre(std::uint16_t country) {
        using places::country_key;
        return country == country_key("UA") || country == country_key("RU")
               || country == country_key("BY") || country == country_key("MD");
    }

    /// "in New York", "in Washington": the city rather than the state of the same name.
    [[nodiscard]] bool has_famous_city(const Mention& mention, const places::Place& region) const {
        return std::any_of(
            mention.candidates.begin(),
            mention.candidates.end(),
            [&](const auto& match) {
                return match.prominence >= weight::kLarge
                       && gazetteer_.kind(match.place) == places::PlaceKind::Settlement
                       && gazetteer_.at(match.place).country == region.country;
            });
    }

    [[nodiscard]] double home_bonus(std::uint16_t country) const {
        double bonus = 0;
        for (const HomeCountry& home : homes_) {
            bonus += home.country == country ? home.weight : 0;
        }
        return bonus;
    }

    /// Soft choice among the candidates of a name.
    template <class Context>
    static void settle(Name& name, Context&& context) {
        double top = -1e9;
        for (Choice& choice : name.choices) {
            choice.belief = choice.prior + context(choice);
            top = std::max(top, choice.belief);
        }
        double sum = 0;
        for (Choice& choice : name.choices) {
            choice.belief = std::exp(choice.belief - top);
            sum += choice.belief;
        }
        for (Choice& choice : name.choices) {
            choice.belief /= sum;
        }
    }

    void count_areas(double amount, const std::vector<Choice>& choices) {
        for (const Choice& choice : choices) {
            countries_.add(choice.country, amount * choice.belief);
            regions_.add(choice.region, amount * choice.belief);
        }
    }

    /// The first choices of a name, as they are ordered for a round.
    static void place_supporters(Name& name) {
        Supporters& supporters = name.supporters;
        const std::size_t count = std::min(name.choices.size(), Supporters::kMost);
        supporters.fours = (count + 3) / 4;
        for (std::size_t i = 0; i < count; ++i) {
            supporters.x.at(i / 4)[i % 4] = name.choices[i].where.x;
            supporters.y.at(i / 4)[i % 4] = name.choices[i].where.y;
            supporters.z.at(i / 4)[i % 4] = name.choices[i].where.z;
        }
        weigh_supporters(name);
    }
    static void weigh_supporters(Name& name) {
        const std::size_t count = std::min(name.choices.size(), Supporters::kMost);
        for (std::size_t i = 0; i < count; ++i) {
            const Choice& choice = name.choices[i];
            const bool is_country = choice.kind == places::PlaceKind::Country;
            name.supporters.belief.at(i / 4)[i % 4] =
                is_country ? 0.0F : static_cast<float>(choice.belief);
        }
    }

    /// How much the other names lie near a candidate.
    [[nodiscard]] double near_support(std::size_t self, const Choice& choice) const {
        double sum = 0;
        const std::size_t end = std::min(names_.size(), kMostNames);
        for (std::size_t other = 0; other < end; ++other) {
            if (other != self) {
                const float best = best_support(names_[other].supporters, choice.where);
                sum += std::min(names_[other].mass, 1.0) * static_cast<double>(best);
            }
        }
        return sum;
    }

    void one_round() {
        countries_.clear();
        regions_.clear();
        for (Name& name : names_) {
            sort_by_belief(name.choices);
            place_supporters(name);
            count_areas(name.mass, name.choices);
        }
        for (std::size_t i = 0; i < names_.size(); ++i) {
            Name& name = names_[i];
            if (name.choices.size() < 2) {
                continue;
            }
            count_areas(-name.mass, name.choices);
            before_ = name.choices;
            settle(name, [&](const Choice& choice) {
                const double country = countries_.at(choice.country);
                const double region = regions_.at(choice.region);
                return weight::kCountry * std::log1p(country) + weight::kRegion * std::log1p(region)
                       + weight::kNear * std::log1p(near_support(i, choice));
            });
            weigh_supporters(name);
            count_areas(name.mass, before_);
        }
    }
};

}  // namespace

void resolve(
    const std::vector<Mention>& mentions,
    const places::Gazetteer& gazetteer,
    const Options& options,
    const std::vector<HomeCountry>& homes,
    std::vector<std::vector<Candidate>>& belief) {
    Resolver resolver(gazetteer, options, homes);
    for (const Mention& mention : mentions) {
        resolver.add(mention);
    }
    resolver.run();
    belief = resolver.answers();
}

}  // namespace salient::toponym
