#include <QTest>
class TestSeasonStrength : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonStrength)
#include "TestSeasonStrength.moc"
