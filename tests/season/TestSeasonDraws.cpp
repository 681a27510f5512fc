#include <QTest>
class TestSeasonDraws : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonDraws)
#include "TestSeasonDraws.moc"
