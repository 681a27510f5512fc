#include <QTest>
class TestSeasonWhatIf : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestSeasonWhatIf)
#include "TestSeasonWhatIf.moc"
