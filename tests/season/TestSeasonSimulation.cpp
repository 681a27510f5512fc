#include <QTest>
class TestSeasonSimulation : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonSimulation)
#include "TestSeasonSimulation.moc"
