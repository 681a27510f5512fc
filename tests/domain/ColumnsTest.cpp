#include "domain/Columns.h"

#include <QSet>
#include <QTest>

using namespace parcferme;

// The descriptions from which SQL, JSON, schema and checks are made.
class ColumnsTest : public QObject
{
    Q_OBJECT

private:
    // A value that the column can hold, another one for each column.
    template <typename Row>
    static QVariant sample(const Column<Row>& column, int n)
    {
        switch (column.type) {
        case ColumnType::Integer:
            return n;
        case ColumnType::Number:
            return n + 0.1;
        case ColumnType::Boolean:
            return 1;
        case ColumnType::Json:
            return QStringLiteral("{\"n\":%1}").arg(n);
        case ColumnType::Text:
            break;
        }
        if (column.words)
            return column.words().last();
        return QLatin1StringView(column.name).endsWith(QLatin1StringView("_at")) ||
                       QLatin1StringView(column.name).endsWith(QLatin1StringView("_ts"))
                   ? QStringLiteral("2026-06-07T13:00:%1Z").arg(n, 2, 10, QLatin1Char('0'))
                   : QStringLiteral("text %1").arg(n);
    }

    template <typename Row>
    static void check(std::span<const Column<Row>> columns)
    {
        Row row;
        QSet<QByteArray> names;
        int n = 0;
        for (const Column<Row>& column : columns) {
            QVERIFY2(!names.contains(column.name), column.name);
            names.insert(column.name);
            if (column.set)
                QVERIFY2(column.set(row, sample(column, ++n)), column.name);
        }
        // Nothing was set twice, and everything comes back from where it was set.
        n = 0;
        for (const Column<Row>& column : columns) {
            if (!column.set)
                continue;
            QCOMPARE(column.value(row), sample(column, ++n));
            QVERIFY2(!columnJson(column, row).isNull(), column.name);
        }
        checkNull(columns, row);
    }

    template <typename Row>
    static void checkNull(std::span<const Column<Row>> columns, Row row)
    {
        for (const Column<Row>& column : columns) {
            if (!column.set || !column.nullable)
                continue;
            QVERIFY2(column.set(row, QVariant()), column.name);
            QVERIFY2(columnJson(column, row).isNull(), column.name);
        }
    }

private Q_SLOTS:
    void predictions() { check(predictionColumns()); }
    void entries() { check(entryColumns()); }
    void results() { check(resultColumns()); }
    void evaluations() { check(evaluationColumns()); }

    void textIsNeverNullInSql()
    {
        Prediction prediction;
        prediction.cachePath = QString();
        for (const Column<Prediction>& column : predictionColumns())
            if (QLatin1StringView(column.name) == QLatin1StringView("cache_path")) {
                QVERIFY(column.value(prediction).isValid());
                QVERIFY(!column.value(prediction).isNull());
                QVERIFY(columnJson(column, prediction).isNull());
            }
    }

    void whatIsNoWordOrTimeIsRefused()
    {
        Prediction prediction;
        int refused = 0;
        for (const Column<Prediction>& column : predictionColumns())
            if (column.set && !column.set(prediction, QStringLiteral("neither")))
                ++refused;
        QCOMPARE(refused, 6); // session, kind, policy, level and two times
    }

    void derivedValuesFollow()
    {
        ResultRow row;
        for (const Classification classification : {Classification::Classified, Classification::Retired}) {
            row.classification = classification;
            for (const Column<ResultRow>& column : resultColumns())
                if (!column.set)
                    QCOMPARE(columnJson(column, row), QJsonValue(row.classified()));
        }
    }

    // Session and format are named by records that have one.
    void formatsHaveTheirOwnColumns()
    {
        QStringList since1, since2;
        for (const Column<Prediction>& column : predictionColumns())
            (column.since == 1 ? since1 : since2).append(QString::fromLatin1(column.name));
        QCOMPARE(since1.size(), 14);
        QCOMPARE(since2, QStringList({QStringLiteral("session"), QStringLiteral("format")}));
    }
};

QTEST_GUILESS_MAIN(ColumnsTest)
#include "ColumnsTest.moc"
