#pragma once

#include "ui/pages/PageTable.h"

#include <QListView>

class QStandardItemModel;

namespace parcferme {

// The pages that are of no single race, above the race list: icon, word, and a muted figure at the right.
class EntryList : public QListView
{
    Q_OBJECT
public:
    explicit EntryList(QWidget* parent = nullptr);

    void setFigure(PageId page, const QString& figure);
    // The figure of this one gives way in a narrow window.
    void setCompact(bool compact);
    // Which page's entry is chosen; nothing: none. Emits nothing.
    void setChosen(const std::optional<PageId>& page);
    std::optional<PageId> chosen() const;
    int rows() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pageChosen(parcferme::PageId page);

private:
    QModelIndex indexOf(PageId page) const;
    void showFigures();

    QStandardItemModel* model_;
    QMap<PageId, QString> figures_;
    bool compact_ = false;
    bool restoring_ = false;
};

} // namespace parcferme
