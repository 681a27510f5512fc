<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>+%n laps</source>
        <translation>
            <numerusform>+%n lap</numerusform>
            <numerusform>+%n laps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputReading</name>
    <message numerus="yes">
        <source>%n races started</source>
        <translation>
            <numerusform>%n race started</numerusform>
            <numerusform>%n races started</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::HeaderWords</name>
    <message numerus="yes">
        <source>%n laps</source>
        <translation>
            <numerusform>%n lap</numerusform>
            <numerusform>%n laps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>grid since: %n moved</source>
        <translation>
            <numerusform>grid since: %n moved</numerusform>
            <numerusform>grid since: %n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::LeagueModel</name>
    <message numerus="yes">
        <source>Mean error minus the grid&apos;s: %1
95 % interval: %2 to %3
%n races, paired</source>
        <translation>
            <numerusform>Mean error minus the grid&apos;s: %1
95 % interval: %2 to %3
%n race, paired</numerusform>
            <numerusform>Mean error minus the grid&apos;s: %1
95 % interval: %2 to %3
%n races, paired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n races in a row with a lower error than the grid order.</source>
        <translation>
            <numerusform>%n race in a row with a lower error than the grid order.</numerusform>
            <numerusform>%n races in a row with a lower error than the grid order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::LedgerDialog</name>
    <message numerus="yes">
        <source>%1: intact, %n predictions.</source>
        <translation>
            <numerusform>%1: intact, %n prediction.</numerusform>
            <numerusform>%1: intact, %n predictions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n live predictions, that they existed before the start.</source>
        <translation>
            <numerusform>%1 of %n live prediction, that it existed before the start.</numerusform>
            <numerusform>%1 of %n live predictions, that they existed before the start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::MainWindow</name>
    <message numerus="yes">
        <source>%n races</source>
        <translation>
            <numerusform>%n race</numerusform>
            <numerusform>%n races</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charts saved.</source>
        <translation>
            <numerusform>%n chart saved.</numerusform>
            <numerusform>%n charts saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n charts saved.</source>
        <translation>
            <numerusform>Stopped: %n chart saved.</numerusform>
            <numerusform>Stopped: %n charts saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::MessageBar</name>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::MetricsPage</name>
    <message numerus="yes">
        <source>%n scores</source>
        <translation>
            <numerusform>%n score</numerusform>
            <numerusform>%n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean error %1 positions against %2, over %n drivers.</source>
        <translation>
            <numerusform>Mean error %1 positions against %2, over %n driver.</numerusform>
            <numerusform>Mean error %1 positions against %2, over %n drivers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::PickHeader</name>
    <message numerus="yes">
        <source>The mean over %n drivers</source>
        <translation>
            <numerusform>The mean over %n driver</numerusform>
            <numerusform>The mean over %n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::PickOffer</name>
    <message numerus="yes">
        <source>%n places are empty.</source>
        <translation>
            <numerusform>%n place is empty.</numerusform>
            <numerusform>%n places are empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::PicturePainter</name>
    <message numerus="yes">
        <source>%1 and %n more.</source>
        <translation>
            <numerusform>%1 and %n more.</numerusform>
            <numerusform>%1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::PictureWords</name>
    <message numerus="yes">
        <source>mean error over %n drivers</source>
        <translation>
            <numerusform>mean error over %n driver</numerusform>
            <numerusform>mean error over %n drivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n drivers</source>
        <translation>
            <numerusform>%1, %n driver</numerusform>
            <numerusform>%1, %n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::PointsChart</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::PredictionPage</name>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::RecordNote</name>
    <message numerus="yes">
        <source>Mean error %1 against %2 over %n races, difference %3 (95 %: %4 to %5).</source>
        <translation>
            <numerusform>Mean error %1 against %2 over %n race, difference %3 (95 %: %4 to %5).</numerusform>
            <numerusform>Mean error %1 against %2 over %n races, difference %3 (95 %: %4 to %5).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::RecordPage</name>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::RecordTools</name>
    <message numerus="yes">
        <source>%n races</source>
        <translation>
            <numerusform>%n race</numerusform>
            <numerusform>%n races</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::ResultModel</name>
    <message numerus="yes">
        <source>Finished %n places ahead of the prediction</source>
        <translation>
            <numerusform>Finished %n place ahead of the prediction</numerusform>
            <numerusform>Finished %n places ahead of the prediction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished %n places behind the prediction</source>
        <translation>
            <numerusform>Finished %n place behind the prediction</numerusform>
            <numerusform>Finished %n places behind the prediction</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::ResultPage</name>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::ScoreChart</name>
    <message numerus="yes">
        <source>mean of %n races</source>
        <translation>
            <numerusform>mean of %n race</numerusform>
            <numerusform>mean of %n races</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::SeasonPage</name>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::SeasonWords</name>
    <message numerus="yes">
        <source>%n races</source>
        <translation>
            <numerusform>%n race</numerusform>
            <numerusform>%n races</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sprints</source>
        <translation>
            <numerusform>%n sprint</numerusform>
            <numerusform>%n sprints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n races missing</source>
        <translation>
            <numerusform>%n race missing</numerusform>
            <numerusform>%n races missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results missing</source>
        <translation>
            <numerusform>%n result missing</numerusform>
            <numerusform>%n results missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points left</source>
        <translation>
            <numerusform>%n point left</numerusform>
            <numerusform>%n points left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points left for a team</source>
        <translation>
            <numerusform>%n point left for a team</numerusform>
            <numerusform>%n points left for a team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drivers can still win</source>
        <translation>
            <numerusform>%n driver can still win</numerusform>
            <numerusform>%n drivers can still win</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams can still win</source>
        <translation>
            <numerusform>%n team can still win</numerusform>
            <numerusform>%n teams can still win</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points are left.</source>
        <translation>
            <numerusform>%n point is left.</numerusform>
            <numerusform>%n points are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points are left for a team.</source>
        <translation>
            <numerusform>%n point is left for a team.</numerusform>
            <numerusform>%n points are left for a team.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::StatusStrip</name>
    <message numerus="yes">
        <source>%1 of %n requests left this hour</source>
        <translation>
            <numerusform>%1 of %n request left this hour</numerusform>
            <numerusform>%1 of %n requests left this hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::TablePanel</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::TitleOddsChart</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::VerdictLine</name>
    <message numerus="yes">
        <source>%1 of %n drivers</source>
        <translation>
            <numerusform>%1 of %n driver</numerusform>
            <numerusform>%1 of %n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::WindowModel</name>
    <message numerus="yes">
        <source>%n new races</source>
        <translation>
            <numerusform>%n new race</numerusform>
            <numerusform>%n new races</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new results</source>
        <translation>
            <numerusform>%n new result</numerusform>
            <numerusform>%n new results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predictions judged</source>
        <translation>
            <numerusform>%n prediction judged</numerusform>
            <numerusform>%n predictions judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests.</source>
        <translation>
            <numerusform>%n request.</numerusform>
            <numerusform>%n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predictions in the chain</source>
        <translation>
            <numerusform>%n prediction in the chain</numerusform>
            <numerusform>%n predictions in the chain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replayed.</source>
        <translation>
            <numerusform>%n replayed.</numerusform>
            <numerusform>%n replayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another model version, not replayed.</source>
        <translation>
            <numerusform>%n of another model version, not replayed.</numerusform>
            <numerusform>%n of another model version, not replayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new qualifying classifications</source>
        <translation>
            <numerusform>%n new qualifying classification</numerusform>
            <numerusform>%n new qualifying classifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stamps count for nothing here.</source>
        <translation>
            <numerusform>%n stamp counts for nothing here.</numerusform>
            <numerusform>%n stamps count for nothing here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had been predicted before.</source>
        <translation>
            <numerusform>%n had been predicted before.</numerusform>
            <numerusform>%n had been predicted before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be predicted.</source>
        <translation>
            <numerusform>%n could not be predicted.</numerusform>
            <numerusform>%n could not be predicted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predicted in retrospect.</source>
        <translation>
            <numerusform>%n predicted in retrospect.</numerusform>
            <numerusform>%n predicted in retrospect.</numerusform>
        </translation>
    </message>
</context>
</TS>
