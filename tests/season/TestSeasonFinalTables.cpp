#include <QTest>
class TestSeasonFinalTables : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonFinalTables)
#include "TestSeasonFinalTables.moc"
