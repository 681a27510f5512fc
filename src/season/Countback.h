#pragma once

#include <compare>
#include <vector>

namespace parcferme::season {

// How ties on points are broken: most wins, then most second places, and so on; Grands Prix only, sprints do
// not count. Where all places of classified cars are equal, the source's tables go on with those of cars that
// were not classified.
class Countback
{
public:
    // Adds a place, from 1; smaller ones are ignored.
    void add(int place, bool classified, int times = 1);

    // How often he was classified at this place, or better.
    int at(int place) const;
    int upTo(int place) const;

    // Greater is better.
    std::strong_ordering operator<=>(const Countback& other) const;
    bool operator==(const Countback& other) const { return (*this <=> other) == 0; }

    // The same of the first `places` places of classified cars only.
    std::strong_ordering compareFirst(const Countback& other, int places) const;

private:
    std::vector<int> classified_;   // [place - 1]
    std::vector<int> unclassified_; // [place - 1]
};

} // namespace parcferme::season
