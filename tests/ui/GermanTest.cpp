#include "Dialogs.h"
#include "Language.h"

#include "core/Csv.h"
#include "tables/Names.h"
#include "tables/WarningTexts.h"
#include "ui/widgets/EmptyView.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QXmlStreamReader>

using namespace parcferme;

namespace {

// The English texts of the catalogue that have another German one, as patterns: %1 stands for anything.
std::vector<QRegularExpression> englishTexts()
{
    QFile file(QStringLiteral(PARCFERME_GERMAN));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The German catalogue is missing.");
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
    static const QRegularExpression argument(QStringLiteral("%(\\d|n)"));
    std::vector<QRegularExpression> texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"source")
            source = xml.readElementText().remove(u'&');
        else if (xml.name() == u"translation" || xml.name() == u"numerusform") {
            if (xml.name() == u"translation" && source.contains(QStringLiteral("%n")))
                continue; // its forms follow
            const QString german = xml.readElementText().remove(u'&');
            if (german == source || !QString(source).remove(argument).contains(word))
                continue;
            QString pattern;
            qsizetype from = 0;
            for (auto found = argument.globalMatch(source); found.hasNext();) {
                const auto match = found.next();
                pattern += QRegularExpression::escape(source.mid(from, match.capturedStart() - from)) +
                           QStringLiteral(".*");
                from = match.capturedEnd();
            }
            pattern += QRegularExpression::escape(source.mid(from));
            texts.emplace_back(QRegularExpression::anchoredPattern(pattern),
                               QRegularExpression::DotMatchesEverythingOption);
        }
    }
    return texts;
}

void addModel(QStringList& texts, const QAbstractItemModel& model)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)}) {
            texts << model.headerData(column, Qt::Horizontal, role).toString();
            for (int row = 0; row < model.rowCount(); ++row)
                texts << model.index(row, column).data(role).toString();
        }
    }
}

// All that can be read, or heard, of a window.
QStringList textsOf(const QWidget& window)
{
    QStringList texts = {window.windowTitle()};
    QList<QWidget*> widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        texts << widget->toolTip() << widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            texts << edit->placeholderText();
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts << tabs->tabText(tab);
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int item = 0; item < box->count(); ++item)
                texts << box->itemText(item);
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget);
                 view && view->model() && !qobject_cast<const QHeaderView*>(view))
            addModel(texts, *view->model());
        for (const QAction* action : widget->actions())
            texts << action->text() << action->toolTip();
    }
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text() << action->toolTip();
    QStringList lines;
    for (QString& text : texts)
        if (!text.isEmpty())
            lines << text.remove(u'&') << text.split(u'\n', Qt::SkipEmptyParts);
    lines.removeDuplicates();
    return lines;
}

} // namespace

// The window in German: every text, numbers and dates; and what must not be German.
class GermanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { language_ = std::make_unique<Language>(QStringLiteral("de_DE")); }
    void cleanupTestCase() { language_.reset(); }

    void leavesNothingInEnglish();
    void leavesNoDialogInEnglish();
    void writesNumbersAndDatesAsGermansDo();
    void namesRacesInOneLanguage();
    void saysMessagesOfTheLayersBelowInGerman();
    void saysStoredWarningsInGerman();
    void keepsExportsAsTheyAre();
    void takesQtsWordsToo();
    void fallsBackToEnglish();

private:
    void verifyGerman(const QStringList& texts) const;

    std::unique_ptr<Language> language_;
};

void GermanTest::verifyGerman(const QStringList& texts) const
{
    static const std::vector<QRegularExpression> english = englishTexts();
    QVERIFY(english.size() > 500);
    for (const QString& text : texts)
        for (const QRegularExpression& pattern : english)
            QVERIFY2(!pattern.match(text).hasMatch(), qPrintable(text));
}

void GermanTest::leavesNothingInEnglish()
{
    const auto program = predictedProgram();
    program->window->messages()->dismiss();
    for (int page = 0; page < 4; ++page) {
        program->window->showPage(PageId(page));
        QTRY_VERIFY_WITH_TIMEOUT(!program->window->currentPage()->isEmpty(), 60000);
        const QStringList texts = textsOf(*program->window);
        QVERIFY(texts.size() > 100);
        verifyGerman(texts);
    }
    const QStringList texts = textsOf(*program->window);
    QVERIFY(texts.contains(QStringLiteral("Startplatz; 0 bedeutet in Exporten die Boxengasse")));
    // Empty pages have words of their own.
    program->window->showPage(PageId::Prediction);
    program->chooseRace(2025, QStringLiteral("Monaco"));
    QTRY_VERIFY_WITH_TIMEOUT(program->window->currentPage()->isEmpty(), 60000);
    verifyGerman(textsOf(*program->window));
    program->preferences.setHiddenChoice(HiddenChoice::All);
    program->window->actions().hideResults->trigger();
    program->window->showPage(PageId::Result);
    QTRY_COMPARE(program->window->currentPage()->emptyView()->head(), QStringLiteral("Ergebnis verborgen."));
    verifyGerman(textsOf(*program->window));
}

void GermanTest::leavesNoDialogInEnglish()
{
    const auto program = predictedProgram();
    int dialogs = 0;
    forEveryDialog(*program, [&](const QDialog& dialog) {
        ++dialogs;
        verifyGerman(textsOf(dialog));
    });
    QCOMPARE(dialogs, 10);
}

void GermanTest::namesRacesInOneLanguage()
{
    const auto named = [](const char* race, const char* country) {
        Race one;
        one.name = QString::fromUtf8(race) + QStringLiteral(" Grand Prix");
        one.country = QString::fromUtf8(country);
        return shortRaceName(one);
    };
    QCOMPARE(named("Dutch", "Netherlands"), QStringLiteral("Niederlande"));
    QCOMPARE(named("British", "UK"), QStringLiteral("Großbritannien"));
    QCOMPARE(named("Belgian", "Belgium"), QStringLiteral("Belgien"));
    QCOMPARE(named("Italian", "Italy"), QStringLiteral("Italien"));
    QCOMPARE(named("Hungarian", "Hungary"), QStringLiteral("Ungarn"));
    QCOMPARE(named("Las Vegas", "USA"), QStringLiteral("Las Vegas")); // a place
    QCOMPARE(named("United States", "USA"), QStringLiteral("USA"));
    QCOMPARE(named("Mexico City", "Mexico"), QStringLiteral("Mexiko-Stadt"));
    QCOMPARE(named("European", "Azerbaijan"), QStringLiteral("Europa"));
}

void GermanTest::writesNumbersAndDatesAsGermansDo()
{
    const auto program = predictedProgram();
    TableView* prediction = program->table(PageId::Prediction);
    static const QRegularExpression comma(QStringLiteral("^<?\\d+,\\d$"));
    const QString win = program->cell(prediction, 0, "p_win").data().toString();
    QVERIFY2(comma.match(win).hasMatch(), qPrintable(win));
    const QString large = program->window->header()->largeFact();
    QVERIFY2(large.contains(u',') && large.endsWith(QStringLiteral("Plätze")), qPrintable(large));
    static const QRegularExpression day(QStringLiteral("So\\.? 7\\. Dez\\.? 2025"));
    const auto labels = program->window->header()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel* label) { return day.match(label->text()).hasMatch(); }));
}

void GermanTest::saysMessagesOfTheLayersBelowInGerman()
{
    const auto program = predictedProgram();
    program->press(program->window->tools()->syncButton());
    QTRY_VERIFY2(program->window->messages()->text().contains(QStringLiteral(
                     "Offline: Die Quelle wurde nicht gefragt; es gilt, was gespeichert ist.")),
                 qPrintable(program->window->messages()->text()));
    program->windowModel().backtest(2001, 2002, Stage::Grid);
    QTRY_VERIFY(program->window->messages()->text().contains(
        QStringLiteral("Kein Rennen von 2001 bis 2002 lässt sich vorhersagen")));
}

void GermanTest::saysStoredWarningsInGerman()
{
    QCOMPARE(
        warningTexts({{Warning::Code::LowCoverage, {84, 85}, {}},
                      {Warning::Code::ClockAhead, {130}, {}},
                      {Warning::Code::AsRecorded, {}, QStringLiteral("something of another version, 7")}}),
        (QStringList{QStringLiteral("Nur 84 % der Daten sind beobachtet, unter 85 %."),
                     QStringLiteral("Die Uhr des Rechners geht gegenüber der Quelle 130 s vor."),
                     QStringLiteral("something of another version, 7")}));
}

void GermanTest::keepsExportsAsTheyAre()
{
    const auto program = predictedProgram();
    program->window->showPage(PageId::Prediction);
    program->dialogs.answer = program->home.filePath(QStringLiteral("out.csv"));
    QSignalSpy exported(program->window->currentPage()->currentTable(), &TablePanel::exported);
    program->window->actions().exportTable->trigger();
    QTRY_COMPARE(exported.count(), 1);
    QFile file(program->dialogs.answer);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = readCsv(file.readAll());
    QVERIFY(table.has_value());
    QVERIFY(table->header.front() == QStringLiteral("predicted_position"));
    const int win = table->column(QStringLiteral("p_win"));
    bool isNumber = false;
    QLocale::c().toDouble(table->rows[0][win], &isNumber);
    QVERIFY2(isNumber && table->rows[0][win].contains(u'.'), qPrintable(table->rows[0][win]));

    program->window->actions().copy->trigger();
    // A copy is for people: titles and figures as they are shown.
    QVERIFY2(QApplication::clipboard()->text().contains(QStringLiteral("\tFahrer\t")),
             qPrintable(QApplication::clipboard()->text().section(u'\n', 0, 0)));
    QVERIFY(QApplication::clipboard()->text().section(u'\n', 1, 1).contains(u','));
}

void GermanTest::takesQtsWordsToo()
{
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")))
        QSKIP("Qt's own German is not installed (qt6-translations-l10n).");
    const QDialogButtonBox buttons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
    QCOMPARE(buttons.button(QDialogButtonBox::Save)->text().remove(u'&'), QStringLiteral("Speichern"));
}

void GermanTest::fallsBackToEnglish()
{
    const auto word = [] { return QCoreApplication::translate("PageTable", "Result"); };
    QCOMPARE(word(), QStringLiteral("Ergebnis"));
    language_.reset();
    {
        const Language austrian(QStringLiteral("de_AT"));
        QCOMPARE(word(), QStringLiteral("Ergebnis"));
    }
    {
        // Not ours: English, and Qt's own words with it.
        const Language french(QStringLiteral("fr_FR"));
        QCOMPARE(word(), QStringLiteral("Result"));
        const QDialogButtonBox buttons(QDialogButtonBox::Cancel);
        QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Cancel"));
    }
    language_ = std::make_unique<Language>(QStringLiteral("de_DE"));
}

QTEST_MAIN(GermanTest)
#include "GermanTest.moc"
