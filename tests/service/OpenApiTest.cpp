#include "JsonShape.h"
#include "ServiceHost.h"
#include "support/SourceServer.h"

#include <QTest>

using namespace parcferme;

// openapi.json describes what is served: all of it, and nothing else.
class OpenApiTest : public QObject
{
    Q_OBJECT

private:
    SourceServer source_;
    ServiceHost host_{source_.url};
    QJsonObject openApi_;
    QJsonObject paths_;

    // The path with values for its parameters, the required ones of the query included.
    QByteArray targetOf(const QString& path, const QJsonObject& operation) const
    {
        const QMap<QString, QString> values = {
            {QStringLiteral("year"), QStringLiteral("2024")},
            {QStringLiteral("race"), QStringLiteral("8")},
            {QStringLiteral("after"), QStringLiteral("8")},
            {QStringLiteral("from"), QStringLiteral("2024")},
            {QStringLiteral("to"), QStringLiteral("2024")},
            {QStringLiteral("from"), QStringLiteral("2024")},
            {QStringLiteral("to"), QStringLiteral("2024")},
            {QStringLiteral("session"), QStringLiteral("race")},
            {QStringLiteral("race_id"), QString::fromLatin1(host_.idOf(2024, 8))}};
        QString target = path;
        QStringList query;
        for (const QJsonValue parameter : operation[QLatin1StringView("parameters")].toArray()) {
            const QString name = parameter[QLatin1StringView("name")].toString();
            if (parameter[QLatin1StringView("in")].toString() == QLatin1StringView("path"))
                target.replace(QStringLiteral("{%1}").arg(name), values[name]);
            else
                query.append(name + QLatin1Char('=') + values[name]);
        }
        return (query.isEmpty() ? target : target + QLatin1Char('?') + query.join(QLatin1Char('&'))).toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        openApi_ = host_.get("/openapi.json").json().object();
        paths_ = openApi_[QLatin1StringView("paths")].toObject();
        QVERIFY(paths_.size() >= 9);
        QCOMPARE(host_.post("/predict?year=2024&race=8").status, 200);
        QCOMPARE(host_.post("/results/sync/2024/8").status, 200);
    }

    void everyCallIsAnsweredAsDescribed()
    {
        const JsonShape shape(openApi_);
        for (auto path = paths_.begin(); path != paths_.end(); ++path) {
            const QJsonObject operations = path.value().toObject();
            for (auto it = operations.begin(); it != operations.end(); ++it) {
                const QJsonObject operation = it.value().toObject();
                const QByteArray target = targetOf(path.key(), operation);
                const auto reply = HttpClient(host_.port).ask(it.key().toUpper().toLatin1(), target);
                QVERIFY2(reply.status == 200, target + reply.body);
                const QJsonObject content = operation[QLatin1StringView("responses")]
                                                     [QLatin1StringView("200")][QLatin1StringView("content")]
                                                         .toObject();
                QCOMPARE(content.keys().size(), 1);
                const QString type = content.keys().first();
                QVERIFY(reply.headers.value("content-type").startsWith(type.toLatin1()));
                if (type != QLatin1StringView("application/json"))
                    continue;
                const QJsonDocument json = reply.json();
                const QStringList wrong = shape.differences(
                    content[type][QLatin1StringView("schema")].toObject(),
                    json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), path.key());
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
                QVERIFY(!json.isArray() || !json.array().isEmpty());
            }
        }
    }

    void everySchemaIsUsed()
    {
        const QByteArray text = host_.get("/openapi.json").body;
        for (const QString& name :
             openApi_[QLatin1StringView("components")][QLatin1StringView("schemas")].toObject().keys())
            QVERIFY2(text.contains("#/components/schemas/" + name.toLatin1() + '"'), qPrintable(name));
    }

    void otherMethodsAreNotServed()
    {
        for (auto path = paths_.begin(); path != paths_.end(); ++path) {
            QByteArrayList listed;
            for (const QString& method : path.value().toObject().keys())
                listed.append(method.toUpper().toLatin1());
            const QByteArray target =
                targetOf(path.key(), path.value().toObject().begin().value().toObject());
            if (listed.contains("GET"))
                listed.insert(listed.indexOf("GET") + 1, "HEAD"); // GET without the body
            listed.append("OPTIONS");
            for (const char* method :
                 {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"}) {
                if (listed.contains(method))
                    continue;
                const auto reply = HttpClient(host_.port).ask(method, target);
                QVERIFY2(reply.status == 405, method + target + QByteArray::number(reply.status));
                QCOMPARE(reply.headers.value("allow"), listed.join(", "));
            }
        }
    }

    void otherPathsAreNotServed()
    {
        for (const QString& path : paths_.keys())
            for (const char* more : {"/", "x", "/x", "/1/2"}) {
                if (path.endsWith(QLatin1Char('}')) && more[0] != '/')
                    continue; // only another value
                const QByteArray target = path.toLatin1().replace('{', "").replace('}', "") + more;
                const auto reply = HttpClient(host_.port).get(target);
                QVERIFY2(reply.status == 404, target + QByteArray::number(reply.status));
            }
    }

    void theListNamesTheSameCalls()
    {
        QStringList listed, described;
        for (const QByteArray& line : host_.get("/").body.trimmed().split('\n')) {
            const QStringList words = QString::fromUtf8(line).simplified().split(QLatin1Char(' '));
            listed.append(words[0] + QLatin1Char(' ') + words[1].section(QLatin1Char('?'), 0, 0));
        }
        for (auto path = paths_.begin(); path != paths_.end(); ++path)
            for (const QString& method : path.value().toObject().keys())
                described.append(method.toUpper() + QLatin1Char(' ') + path.key());
        listed.sort();
        described.sort();
        QCOMPARE(listed, described);
    }

    void refusalsAreDescribed()
    {
        const JsonShape shape(openApi_);
        const QJsonObject refusal = openApi_[QLatin1StringView("components")][QLatin1StringView("schemas")]
                                            [QLatin1StringView("Refusal")]
                                                .toObject();
        const auto isDescribed = [&](const char* method, const char* path, const HttpClient::Reply& reply) {
            const QJsonObject responses =
                paths_[QLatin1StringView(path)][QLatin1StringView(method)][QLatin1StringView("responses")]
                    .toObject();
            return responses.contains(QString::number(reply.status)) &&
                   shape.differences(refusal, reply.json().object()).isEmpty();
        };
        QVERIFY(isDescribed("get", "/races", host_.get("/races?year=%")));
        QVERIFY(isDescribed("get", "/races", host_.get("/races?year=2024", "Origin: http://evil\r\n")));
        QVERIFY(isDescribed("get", "/races", host_.get("/races")));
        QVERIFY(isDescribed("get", "/results/{race_id}", host_.get("/results/999999")));
        QVERIFY(isDescribed("post", "/predict", host_.post("/predict?year=2026&race=20")));
        QVERIFY(isDescribed("post", "/results/sync/{year}/{race}", host_.post("/results/sync/2024/99")));
    }
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "OpenApiTest.moc"
