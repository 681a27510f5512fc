#include "ui/widgets/Announcement.h"

#include <QAccessible>
#include <QWidget>

namespace parcferme {

void announce(QWidget* widget, const QString& words)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent said(widget, words);
#else
    // Before announcements there were: what a reader says of the widget that has the focus.
    widget->setAccessibleDescription(words);
    QAccessibleEvent said(widget, QAccessible::DescriptionChanged);
#endif
    QAccessible::updateAccessibility(&said);
}

} // namespace parcferme
