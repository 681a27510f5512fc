#include <QTest>
class TestSeasonOutlook : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonOutlook)
#include "TestSeasonOutlook.moc"
