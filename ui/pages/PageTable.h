#pragma once

#include <QString>

#include <vector>

namespace parcferme {

class Page;
struct PageContext;

enum class PageId { Prediction, Result, Metrics, Record, Season };

// All that the window knows of a page beforehand. Tabs, menu entries, shortcuts (Ctrl+1 ...) and the page
// that is kept for the next start come from it: a new page is its class, its id and its line in the table.
struct PageEntry
{
    PageId id;
    const char* key;      // kept for the next start, never shown
    const char* title;    // of its tab or its entry in the left column; in English
    const char* menuText; // the same with its mnemonic
    bool ofRace;          // has a tab under the header of the race; else an entry above the race list
    Page* (*make)(const PageContext& context);

    QString shownTitle() const; // in the user's language
    QString shownMenuText() const;
};

// Those of a race first, in the order of the tabs.
const std::vector<PageEntry>& pageTable();
// Where a page stands in it; -1: none has this key.
int placeOf(PageId id);
int placeOfKey(const QString& key);

} // namespace parcferme
