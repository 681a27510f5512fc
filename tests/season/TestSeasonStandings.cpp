#include <QTest>
class TestSeasonStandings : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonStandings)
#include "TestSeasonStandings.moc"
