#include "season/Countback.h"

#include <algorithm>
#include <cstddef>

namespace parcferme::season {

namespace {

int count(const std::vector<int>& places, std::size_t k)
{
    return k < places.size() ? places[k] : 0;
}

std::strong_ordering compare(const std::vector<int>& a, const std::vector<int>& b, std::size_t places)
{
    for (std::size_t k = 0; k < places; ++k) {
        if (const auto order = count(a, k) <=> count(b, k); order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

} // namespace

void Countback::add(int place, bool classified, int times)
{
    if (place < 1)
        return;
    std::vector<int>& places = classified ? classified_ : unclassified_;
    const auto k = static_cast<std::size_t>(place - 1);
    if (places.size() <= k)
        places.resize(k + 1);
    places[k] += times;
}

int Countback::at(int place) const
{
    return place < 1 ? 0 : count(classified_, static_cast<std::size_t>(place - 1));
}

int Countback::upTo(int place) const
{
    int sum = 0;
    for (int k = 1; k <= place; ++k)
        sum += at(k);
    return sum;
}

std::strong_ordering Countback::operator<=>(const Countback& other) const
{
    const auto classified =
        compare(classified_, other.classified_, std::max(classified_.size(), other.classified_.size()));
    if (classified != 0)
        return classified;
    return compare(unclassified_, other.unclassified_,
                   std::max(unclassified_.size(), other.unclassified_.size()));
}

std::strong_ordering Countback::compareFirst(const Countback& other, int places) const
{
    return compare(classified_, other.classified_, static_cast<std::size_t>(std::max(places, 0)));
}

} // namespace parcferme::season
