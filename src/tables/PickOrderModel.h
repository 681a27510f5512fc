#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// A person's own order of the field, a row for each place, beside the model's places. Where a place is empty,
// somebody without a place waits in its row.
class PickOrderModel : public TableModel
{
    Q_OBJECT
public:
    struct Line
    {
        QString driver, team;
        bool placed = true;       // else he only waits here
        std::optional<int> model; // his place in the model's order
        std::optional<int> grid;  // or in qualifying; 0: pit lane
    };
    struct Form
    {
        bool editable = true;    // rows have a grip
        bool buttons = false;    // to move a row up or down
        bool hidesModel = false; // and what follows from it
        bool gridKnown = false;  // else the places are those of qualifying

        bool operator==(const Form&) const = default;
    };

    explicit PickOrderModel(QObject* parent = nullptr);
    // In the order of the places.
    void show(const std::vector<Line>& lines, const People& people, const Form& form);

private:
    void setForm(const Form& form);
    Row rowOf(const Line& line, int place, const People& people) const;

    Form form_;
};

} // namespace parcferme
