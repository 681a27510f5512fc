#include <QTest>
class TestSeasonRules : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonRules)
#include "TestSeasonRules.moc"
