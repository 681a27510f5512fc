<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Calendar</name>
    <message>
        <source>Round %1, season %2</source>
        <translation>Lauf %1, Saison %2</translation>
    </message>
    <message>
        <source>The freeze window of the %1 opens</source>
        <translation>Das Fenster zum Einfrieren öffnet: %1</translation>
    </message>
    <message>
        <source>%1, qualifying</source>
        <translation>%1, Qualifying</translation>
    </message>
    <message>
        <source>%1, sprint</source>
        <translation>%1, Sprint</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ChartPictures</name>
    <message>
        <source>Track record %1, %2</source>
        <translation>Bilanz %1, %2</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>Sieg</translation>
    </message>
    <message>
        <source>Podium</source>
        <translation>Podium</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>League %1</source>
        <translation>Liga %1</translation>
    </message>
    <message>
        <source>Season %1</source>
        <translation>Saison %1</translation>
    </message>
    <message>
        <source>hollow: now; filled: if %1 %2</source>
        <translation>hohl: jetzt; gefüllt: wenn %1 %2</translation>
    </message>
    <message>
        <source>what if %1 %2</source>
        <translation>was, wenn %1 %2</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Aserbaidschan</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungarn</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>Korea</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Katar</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russland</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Saudi-Arabien</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Turkey</source>
        <translation>Türkei</translation>
    </message>
    <message>
        <source>UAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>UK</source>
        <translation>Großbritannien</translation>
    </message>
    <message>
        <source>USA</source>
        <translation>USA</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>+%n laps</source>
        <translation>
            <numerusform>+%n Runde</numerusform>
            <numerusform>+%n Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>+1 lap</source>
        <translation>+1 Runde</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm &apos;UTC&apos;</source>
        <translation>ddd d. MMM yyyy, HH:mm &apos;UTC&apos;</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Confidence</source>
        <translation>Zuversicht</translation>
    </message>
    <message>
        <source>How many of 100 pairs of drivers the predicted order is expected to get right. After the race the same pairs are counted: over many races the two should agree.</source>
        <translation>Wie viele von 100 Fahrerpaaren die vorhergesagte Reihenfolge voraussichtlich richtig hat. Nach dem Rennen werden dieselben Paare gezählt: Über viele Rennen sollten beide Zahlen übereinstimmen.</translation>
    </message>
    <message>
        <source>Inputs observed</source>
        <translation>Beobachtete Daten</translation>
    </message>
    <message>
        <source>The share of the inputs that this stage can know and that were observed; the others were imputed, that is, filled in.</source>
        <translation>Der Anteil der Daten, die auf dieser Grundlage bekannt sein können und beobachtet wurden; die übrigen wurden ergänzt.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>The newest information that the forecast knows: the starting grid, the order of qualifying in its place, or neither.</source>
        <translation>Das Neueste, was die Prognose weiß: die Startaufstellung, an ihrer Stelle die Qualifying-Reihenfolge, oder keine von beiden.</translation>
    </message>
    <message>
        <source>80 % range</source>
        <translation>80-%-Bereich</translation>
    </message>
    <message>
        <source>The shortest run of positions that holds him with at least 80 %.</source>
        <translation>Die kürzeste Folge von Plätzen, in der er mit mindestens 80 % landet.</translation>
    </message>
    <message>
        <source>± s</source>
        <translation>± s</translation>
    </message>
    <message>
        <source>Half the width of the gap&apos;s 80 % interval, in seconds.</source>
        <translation>Die halbe Breite des 80-%-Intervalls des Rückstands, in Sekunden.</translation>
    </message>
    <message>
        <source>Lapped</source>
        <translation>Überrundet</translation>
    </message>
    <message>
        <source>Chance to finish a lap or more down, if he finishes.</source>
        <translation>Chance, mit einer Runde Rückstand oder mehr ins Ziel zu kommen, falls er ankommt.</translation>
    </message>
    <message>
        <source>Frozen, live</source>
        <translation>Eingefroren, live</translation>
    </message>
    <message>
        <source>Locked in the ledger before the start, and never changed since.</source>
        <translation>Vor dem Start im Register festgehalten und seither nie geändert.</translation>
    </message>
    <message>
        <source>Retrospective</source>
        <translation>Rückblickend</translation>
    </message>
    <message>
        <source>Computed after the race, from what was known before its start. It never counts as live, and no figure mixes the two.</source>
        <translation>Nach dem Rennen berechnet, aus dem, was vor seinem Start bekannt war. Sie zählt nie als live, und keine Zahl mischt beide.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>A forecast that is shown and not stored: it changes with what becomes known.</source>
        <translation>Eine Prognose, die gezeigt und nicht gespeichert wird: Sie ändert sich mit dem, was bekannt wird.</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Frozen as live, but after the real start, as is known now: it counts nowhere.</source>
        <translation>Als live eingefroren, aber nach dem wirklichen Start, wie man jetzt weiß: Sie zählt nirgends.</translation>
    </message>
    <message>
        <source>Freeze window</source>
        <translation>Fenster zum Einfrieren</translation>
    </message>
    <message>
        <source>The time in which a live prediction can be frozen: by the policy in Preferences from qualifying on or from some time before the start, and until the start.</source>
        <translation>Die Zeit, in der eine Live-Prognose eingefroren werden kann: je nach Regel in den Einstellungen ab dem Qualifying oder ab einiger Zeit vor dem Start, und bis zum Start.</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>The fingerprint of this record and of the one before it: whoever changes a letter of either gets another. Tools &gt; Verify ledger computes all of them anew.</source>
        <translation>Der Fingerabdruck dieses Eintrags und des Eintrags davor: Wer an einem davon einen Buchstaben ändert, bekommt einen anderen. Extras &gt; Register prüfen berechnet alle neu.</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>An authority&apos;s signature over a hash and the time: an outsider&apos;s word that the record existed then.</source>
        <translation>Die Unterschrift einer Stelle über einen Hash und die Zeit: Ein Außenstehender bezeugt, dass es den Eintrag damals gab.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>A file with the hashes of the ledger, to give away or publish. The ledger can be checked against it later.</source>
        <translation>Eine Datei mit den Hashes des Registers, zum Weitergeben oder Veröffentlichen. Das Register lässt sich später daran prüfen.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>One version of the official result. A later decision of the stewards makes a new one, and the prediction is judged again; the old figures stay.</source>
        <translation>Eine Fassung des offiziellen Ergebnisses. Eine spätere Entscheidung der Kommissare ergibt eine neue Fassung, und die Prognose wird neu gewertet; die alten Zahlen bleiben.</translation>
    </message>
    <message>
        <source>Grid order</source>
        <translation>Startreihenfolge</translation>
    </message>
    <message>
        <source>A simple forecast that anyone could make: everybody finishes where he starts. Its chances are those of grid climatology.</source>
        <translation>Eine einfache Prognose, die jeder stellen könnte: Jeder kommt an, wo er startet. Ihre Chancen sind die der Startplatz-Klimatologie.</translation>
    </message>
    <message>
        <source>Qualifying order</source>
        <translation>Qualifying-Reihenfolge</translation>
    </message>
    <message>
        <source>A simple forecast: everybody finishes in the order of qualifying.</source>
        <translation>Eine einfache Prognose: Alle kommen in der Reihenfolge des Qualifyings an.</translation>
    </message>
    <message>
        <source>Grid climatology</source>
        <translation>Startplatz-Klimatologie</translation>
    </message>
    <message>
        <source>A simple forecast of chances: how drivers from each place on the grid have finished in the last five seasons.</source>
        <translation>Eine einfache Prognose von Chancen: wie Fahrer von jedem Startplatz in den letzten fünf Saisons angekommen sind.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>A simple forecast: the order of the mean finishing positions in the last five races.</source>
        <translation>Eine einfache Prognose: die Reihenfolge der mittleren Zielplätze in den letzten fünf Rennen.</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>How much better than grid climatology on the same races: 1 − RPS / its RPS. 0 is no better, 100 % perfect.</source>
        <translation>Wie viel besser als die Startplatz-Klimatologie in denselben Rennen: 1 − RPS / deren RPS. 0 ist nicht besser, 100 % vollkommen.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Where the mean of many more such races would lie. By bootstrap: whole races are drawn again and again, since the drivers of a race depend on each other. One that holds 0 shows no difference.</source>
        <translation>Wo der Mittelwert über viel mehr solche Rennen läge. Durch Bootstrap: Ganze Rennen werden immer wieder gezogen, da die Fahrer eines Rennens voneinander abhängen. Enthält es die 0, so zeigt sich kein Unterschied.</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Whether chances mean what they say: of the forecasts that said about 30 %, about 30 % should come true.</source>
        <translation>Ob Chancen bedeuten, was sie sagen: Von den Prognosen, die etwa 30 % sagten, sollten etwa 30 % eintreffen.</translation>
    </message>
    <message>
        <source>Calibration error (ECE)</source>
        <translation>Kalibrierungsfehler (ECE)</translation>
    </message>
    <message>
        <source>By how much the chances differ from what happened, on average over bins of equally many forecasts. 0 is perfect.</source>
        <translation>Wie weit die Chancen von dem abweichen, was geschah, im Mittel über Gruppen gleich vieler Prognosen. 0 ist vollkommen.</translation>
    </message>
    <message>
        <source>Expected points</source>
        <translation>Erwartete Punkte</translation>
    </message>
    <message>
        <source>Mean of the final points over all simulations of the rest of the season.</source>
        <translation>Mittel der Endpunkte über alle Simulationen der übrigen Saison.</translation>
    </message>
    <message>
        <source>Title %</source>
        <translation>Titel %</translation>
    </message>
    <message>
        <source>The share of the simulations of the rest of the season that end with this champion.</source>
        <translation>Der Anteil der Simulationen der übrigen Saison, die mit diesem Meister enden.</translation>
    </message>
</context>
<context>
    <name>InputReading</name>
    <message>
        <source>pit lane</source>
        <translation>Boxengasse</translation>
    </message>
    <message>
        <source>P%1 on the grid</source>
        <translation>Startplatz %1</translation>
    </message>
    <message>
        <source>P%1 in qualifying</source>
        <translation>Platz %1 im Qualifying</translation>
    </message>
    <message>
        <source>%1 % to the fastest</source>
        <translation>%1 % zum Schnellsten</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>der Schnellste</translation>
    </message>
    <message numerus="yes">
        <source>%n races started</source>
        <translation>
            <numerusform>%n Rennen gestartet</numerusform>
            <numerusform>%n Rennen gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to the field</source>
        <translation>%1 zum Feld</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>%1; retrospective</source>
        <translation>%1; rückblickend</translation>
    </message>
    <message>
        <source>%1; preview</source>
        <translation>%1; Vorschau</translation>
    </message>
    <message>
        <source>%1; void</source>
        <translation>%1; ungültig</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Grid position</source>
        <translation>Startplatz</translation>
    </message>
    <message>
        <source>The starting position on a bell curve over the field.</source>
        <translation>Der Startplatz auf einer Glockenkurve über das Feld.</translation>
    </message>
    <message>
        <source>Front of the grid</source>
        <translation>Vorn in der Startaufstellung</translation>
    </message>
    <message>
        <source>The starting position on a scale on which the first places count most.</source>
        <translation>Der Startplatz auf einer Skala, auf der die vordersten Plätze am meisten zählen.</translation>
    </message>
    <message>
        <source>Qualifying gap</source>
        <translation>Rückstand im Qualifying</translation>
    </message>
    <message>
        <source>Qualifying rating</source>
        <translation>Qualifying-Stärke</translation>
    </message>
    <message>
        <source>How fast driver and team have qualified in the races before.</source>
        <translation>Wie schnell Fahrer und Team in den Qualifyings zuvor waren.</translation>
    </message>
    <message>
        <source>Race order rating</source>
        <translation>Rennstärke</translation>
    </message>
    <message>
        <source>Where driver and team have finished in the races before.</source>
        <translation>Auf welchen Plätzen Fahrer und Team in den Rennen zuvor ins Ziel kamen.</translation>
    </message>
    <message>
        <source>Race pace rating</source>
        <translation>Renntempo</translation>
    </message>
    <message>
        <source>How fast driver and team have been over the race distance before.</source>
        <translation>Wie schnell Fahrer und Team zuvor über die Renndistanz waren.</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Neuling</translation>
    </message>
    <message>
        <source>How few races the driver has started so far.</source>
        <translation>Wie wenige Rennen der Fahrer bisher bestritten hat.</translation>
    </message>
    <message>
        <source>Before qualifying</source>
        <translation>Vor dem Qualifying</translation>
    </message>
    <message>
        <source>Qualifying</source>
        <translation>Qualifying</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Startaufstellung</translation>
    </message>
    <message>
        <source>How much faster than the mean of the field in this qualifying, in percent.</source>
        <translation>Wie viel schneller als das Mittel des Feldes in diesem Qualifying, in Prozent.</translation>
    </message>
    <message>
        <source>%1 (did not start)</source>
        <translation>%1 (nicht gestartet)</translation>
    </message>
    <message>
        <source>%1 (no forecast)</source>
        <translation>%1 (ohne Prognose)</translation>
    </message>
    <message>
        <source>Great Britain</source>
        <translation>Großbritannien</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Mexico City</source>
        <translation>Mexiko-Stadt</translation>
    </message>
    <message>
        <source>Styria</source>
        <translation>Steiermark</translation>
    </message>
    <message>
        <source>Tuscany</source>
        <translation>Toskana</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>USA</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>Prediction</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;Prognose</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Kennzahlen</translation>
    </message>
    <message>
        <source>Track record</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>&amp;Track record</source>
        <translation>&amp;Bilanz</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Seas&amp;on</source>
        <translation>Sais&amp;on</translation>
    </message>
</context>
<context>
    <name>PictureCaption</name>
    <message>
        <source>%1, sprint</source>
        <translation>%1, Sprint</translation>
    </message>
    <message>
        <source>Parc Fermé %1</source>
        <translation>Parc Fermé %1</translation>
    </message>
</context>
<context>
    <name>ScoreTexts</name>
    <message>
        <source>Mean error in positions</source>
        <translation>Mittlerer Fehler in Plätzen</translation>
    </message>
    <message>
        <source>Mean error, classified only</source>
        <translation>Mittlerer Fehler, nur Gewertete</translation>
    </message>
    <message>
        <source>The same without those who did not reach the finish.</source>
        <translation>Dasselbe ohne die Fahrer, die nicht ins Ziel kamen.</translation>
    </message>
    <message>
        <source>Error of the race time, s</source>
        <translation>Fehler der Rennzeit, s</translation>
    </message>
    <message>
        <source>By how many seconds the race times on the lead lap were missed.</source>
        <translation>Um wie viele Sekunden die Rennzeiten in der Führungsrunde verfehlt wurden.</translation>
    </message>
    <message>
        <source>Error of the race time, races not stopped, s</source>
        <translation>Fehler der Rennzeit, nicht unterbrochene Rennen, s</translation>
    </message>
    <message>
        <source>The same without races whose winner took over 1.25 times the predicted time: the facts do not tell of red flags.</source>
        <translation>Dasselbe ohne Rennen, deren Sieger über das 1,25-Fache der vorhergesagten Zeit brauchte: Die Daten sagen nichts von roten Flaggen.</translation>
    </message>
    <message>
        <source>Error of the gaps, s</source>
        <translation>Fehler der Abstände, s</translation>
    </message>
    <message>
        <source>By how many seconds the gaps to the winner were missed.</source>
        <translation>Um wie viele Sekunden die Abstände zum Sieger verfehlt wurden.</translation>
    </message>
    <message>
        <source>Error of the gaps with lapped cars, s</source>
        <translation>Fehler der Abstände mit Überrundeten, s</translation>
    </message>
    <message>
        <source>By how many seconds the gaps were missed; of a lapped car, the lap that it was in.</source>
        <translation>Um wie viele Sekunden die Abstände verfehlt wurden; bei Überrundeten die Runde, in der sie waren.</translation>
    </message>
    <message>
        <source>Gaps inside the 80 % range</source>
        <translation>Abstände im 80-%-Bereich</translation>
    </message>
    <message>
        <source>Gaps inside their range, lapped cars by the part of their lap; it should be about 80 %.</source>
        <translation>Abstände in ihrem Bereich, Überrundete mit dem Teil ihrer Runde; es sollten etwa 80 % sein.</translation>
    </message>
    <message>
        <source>Brier score, lapped</source>
        <translation>Brier-Wert, überrundet</translation>
    </message>
    <message>
        <source>Squared error of the chances to be lapped; 0 is perfect.</source>
        <translation>Quadratischer Fehler der Chancen, überrundet zu werden; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Winner right</source>
        <translation>Sieger richtig</translation>
    </message>
    <message>
        <source>How often the driver predicted first won.</source>
        <translation>Wie oft der auf Platz 1 vorhergesagte Fahrer gewonnen hat.</translation>
    </message>
    <message>
        <source>Podium right</source>
        <translation>Podium richtig</translation>
    </message>
    <message>
        <source>How many of the first three were predicted, in any order.</source>
        <translation>Wie viele der ersten drei vorhergesagt waren, gleich in welcher Reihenfolge.</translation>
    </message>
    <message>
        <source>Podium in order</source>
        <translation>Podium in Reihenfolge</translation>
    </message>
    <message>
        <source>How often the first three were predicted in their exact order.</source>
        <translation>Wie oft die ersten drei genau in ihrer Reihenfolge vorhergesagt waren.</translation>
    </message>
    <message>
        <source>Points places right</source>
        <translation>Punkteränge richtig</translation>
    </message>
    <message>
        <source>How many of the first ten were predicted, in any order.</source>
        <translation>Wie viele der ersten zehn vorhergesagt waren, gleich in welcher Reihenfolge.</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman)</source>
        <translation>Rangkorrelation (Spearman)</translation>
    </message>
    <message>
        <source>How alike the two orders are: 1 the same, 0 unrelated.</source>
        <translation>Wie ähnlich sich die beiden Reihenfolgen sind: 1 gleich, 0 ohne Zusammenhang.</translation>
    </message>
    <message>
        <source>Rank correlation (Kendall)</source>
        <translation>Rangkorrelation (Kendall)</translation>
    </message>
    <message>
        <source>Pairs of drivers in the right order minus those in the wrong one.</source>
        <translation>Fahrerpaare in richtiger minus Fahrerpaare in falscher Reihenfolge.</translation>
    </message>
    <message>
        <source>Log loss of the winner</source>
        <translation>Log-Verlust des Siegers</translation>
    </message>
    <message>
        <source>How surprised the forecast was by who won; 0 is none.</source>
        <translation>Wie sehr der Sieger die Prognose überrascht hat; 0 heißt gar nicht.</translation>
    </message>
    <message>
        <source>Brier score, win</source>
        <translation>Brier-Wert, Sieg</translation>
    </message>
    <message>
        <source>Squared error of the chances to win; 0 is perfect.</source>
        <translation>Quadratischer Fehler der Siegchancen; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Brier score, podium</source>
        <translation>Brier-Wert, Podium</translation>
    </message>
    <message>
        <source>Squared error of the chances of a podium; 0 is perfect.</source>
        <translation>Quadratischer Fehler der Podiumschancen; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Brier score, points</source>
        <translation>Brier-Wert, Punkte</translation>
    </message>
    <message>
        <source>Squared error of the chances of points; 0 is perfect.</source>
        <translation>Quadratischer Fehler der Punktechancen; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Ranked probability score</source>
        <translation>Platzchancen (RPS)</translation>
    </message>
    <message>
        <source>How far all the chances for all positions were off; 0 is perfect.</source>
        <translation>Wie weit alle Chancen für alle Plätze danebenlagen; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Inside the 50 % range</source>
        <translation>Im 50-%-Bereich</translation>
    </message>
    <message>
        <source>Drivers inside their range; it should be a little over 50 %.</source>
        <translation>Fahrer in ihrem Bereich; es sollten etwas mehr als 50 % sein.</translation>
    </message>
    <message>
        <source>Inside the 80 % range</source>
        <translation>Im 80-%-Bereich</translation>
    </message>
    <message>
        <source>Drivers inside their range; it should be a little over 80 %.</source>
        <translation>Fahrer in ihrem Bereich; es sollten etwas mehr als 80 % sein.</translation>
    </message>
    <message>
        <source>Inside the 90 % range</source>
        <translation>Im 90-%-Bereich</translation>
    </message>
    <message>
        <source>Drivers inside their range; it should be a little over 90 %.</source>
        <translation>Fahrer in ihrem Bereich; es sollten etwas mehr als 90 % sein.</translation>
    </message>
    <message>
        <source>Pairs right</source>
        <translation>Paare richtig</translation>
    </message>
    <message>
        <source>Pairs of drivers in the right order; confidence foretells this.</source>
        <translation>Fahrerpaare in richtiger Reihenfolge; die Konfidenz sagt diesen Wert voraus.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>Grid order</source>
        <translation>Startreihenfolge</translation>
    </message>
    <message>
        <source>Qualifying order</source>
        <translation>Qualifying</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Log loss of the order of teammates</source>
        <translation>Log-Verlust im Teamduell</translation>
    </message>
    <message>
        <source>How surprised the forecast was by which of two teammates was ahead; 0.693 is a coin.</source>
        <translation>Wie überrascht die Prognose davon war, welcher von zwei Teamkollegen vorn lag; 0,693 ist ein Münzwurf.</translation>
    </message>
    <message>
        <source>By how many places a driver missed his predicted position, on average. Who did not start is left out: places and chances close up to those who did.</source>
        <translation>Um wie viele Plätze ein Fahrer seinen vorhergesagten Platz verfehlt hat, im Mittel. Wer nicht gestartet ist, bleibt außer Betracht: Plätze und Chancen rücken auf.</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Of the inputs %1 % are observed, under %2 %.</source>
        <translation>Nur %1 % der Daten sind beobachtet, unter %2 %.</translation>
    </message>
    <message>
        <source>The grid of the sprint is not known: this forecast is much worse than one with it.</source>
        <translation>Die Startaufstellung des Sprints ist nicht bekannt; diese Prognose ist viel schlechter als eine mit ihr.</translation>
    </message>
    <message>
        <source>The field is that of the race before, and provisional.</source>
        <translation>Das Feld ist das des Rennens davor und vorläufig.</translation>
    </message>
    <message>
        <source>The machine&apos;s clock is %1 s ahead of the source&apos;s.</source>
        <translation>Die Uhr des Rechners geht gegenüber der Quelle %1 s vor.</translation>
    </message>
    <message>
        <source>The machine&apos;s clock is %1 s behind the source&apos;s.</source>
        <translation>Die Uhr des Rechners geht gegenüber der Quelle %1 s nach.</translation>
    </message>
    <message>
        <source>The number of laps is that of the circuit&apos;s last race.</source>
        <translation>Die Rundenzahl ist die des letzten Rennens auf dieser Strecke.</translation>
    </message>
    <message>
        <source>The number of laps follows from the circuit&apos;s length and the rules.</source>
        <translation>Die Rundenzahl folgt aus der Länge der Strecke und den Regeln.</translation>
    </message>
    <message>
        <source>A predicted gap is %1 laps, over %2 laps.</source>
        <translation>Ein vorhergesagter Abstand ist %1 Runden, über %2 Runden.</translation>
    </message>
    <message>
        <source>Earlier races of the season that are not known: %1; the ratings stand where they stood before them.</source>
        <translation>Frühere Rennen der Saison, die nicht bekannt sind: %1; die Bewertungen stehen, wo sie davor standen.</translation>
    </message>
    <message>
        <source>Without a row in qualifying, in the field as in the race before: %1.</source>
        <translation>Ohne Zeile im Qualifying, im Feld wie im Rennen davor: %1.</translation>
    </message>
    <message>
        <source>In the race before and not in this field: %1.</source>
        <translation>Im Rennen davor und nicht in diesem Feld: %1.</translation>
    </message>
    <message>
        <source>The number of laps is not known: no times are given.</source>
        <translation>Die Rundenzahl ist nicht bekannt: Es werden keine Zeiten genannt.</translation>
    </message>
    <message>
        <source>No pace is known of this course: no times are given.</source>
        <translation>Das Tempo dieser Strecke ist nicht bekannt: Es werden keine Zeiten genannt.</translation>
    </message>
</context>
<context>
    <name>parcferme::About</name>
    <message>
        <source>Predicts a Grand Prix once, locks the prediction, and is judged by the official result.</source>
        <translation>Sagt einen Grand Prix einmal voraus, friert die Prognose ein und misst sie am offiziellen Ergebnis.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Not affiliated</source>
        <translation>Unabhängig</translation>
    </message>
    <message>
        <source>This program is not affiliated with Formula 1, the FIA or any team. F1 and Formula 1 are trade marks of Formula One Licensing BV.</source>
        <translation>Dieses Programm steht in keiner Verbindung zur Formel 1, zur FIA oder zu einem Team. F1 und Formula 1 sind Marken der Formula One Licensing BV.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>The program is free software under the MIT licence. It uses Qt %1 under the LGPL.</source>
        <translation>Das Programm ist freie Software unter der MIT-Lizenz. Es verwendet Qt %1 unter der LGPL.</translation>
    </message>
    <message>
        <source>Home page and maintainer</source>
        <translation>Webseite und Betreuer</translation>
    </message>
    <message>
        <source>About Parc Fermé</source>
        <translation>Über Parc Fermé</translation>
    </message>
    <message>
        <source>Race facts from F1DB (github.com/f1db/f1db), licensed CC BY 4.0, re-tabulated. Live data from the Jolpica-F1 API (api.jolpi.ca). Official grids and measured weather from OpenF1 (openf1.org). Weather forecasts by Open-Meteo.com, CC BY 4.0.</source>
        <translation>Renndaten von F1DB (github.com/f1db/f1db), Lizenz CC BY 4.0, neu tabelliert. Aktuelle Daten von der Jolpica-F1-API (api.jolpi.ca). Offizielle Startaufstellungen und gemessenes Wetter von OpenF1 (openf1.org). Wettervorhersagen von Open-Meteo.com, CC BY 4.0.</translation>
    </message>
</context>
<context>
    <name>parcferme::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Race</source>
        <translation>&amp;Rennen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Export table as CSV…</source>
        <translation>Tabelle als CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Save chart as image…</source>
        <translation>Dia&amp;gramm als Bild speichern …</translation>
    </message>
    <message>
        <source>&amp;Restore backup…</source>
        <translation>&amp;Sicherung zurückspielen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>The selected rows, or the whole table, with its header</source>
        <translation>Die ausgewählten Zeilen oder die ganze Tabelle, mit Kopfzeile</translation>
    </message>
    <message>
        <source>&amp;Find race</source>
        <translation>&amp;Rennen suchen</translation>
    </message>
    <message>
        <source>F&amp;ilter table</source>
        <translation>Tabelle &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Hide results</source>
        <translation>Ergebnisse &amp;verbergen</translation>
    </message>
    <message>
        <source>Reset &amp;columns</source>
        <translation>&amp;Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>&amp;Vorhersagen</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>V&amp;orschau</translation>
    </message>
    <message>
        <source>&amp;Enter grid…</source>
        <translation>Start&amp;aufstellung eingeben …</translation>
    </message>
    <message>
        <source>&amp;Sync results</source>
        <translation>&amp;Ergebnis abrufen</translation>
    </message>
    <message>
        <source>Reveal res&amp;ult</source>
        <translation>Ergebnis auf&amp;decken</translation>
    </message>
    <message>
        <source>Previ&amp;ous race</source>
        <translation>Vor&amp;heriges Rennen</translation>
    </message>
    <message>
        <source>&amp;Next race</source>
        <translation>&amp;Nächstes Rennen</translation>
    </message>
    <message>
        <source>&amp;Current race</source>
        <translation>A&amp;ktuelles Rennen</translation>
    </message>
    <message>
        <source>Sync &amp;season</source>
        <translation>&amp;Saison abrufen</translation>
    </message>
    <message>
        <source>&amp;Refresh calendar and qualifying</source>
        <translation>&amp;Kalender und Qualifying auffrischen</translation>
    </message>
    <message>
        <source>Run &amp;backtest…</source>
        <translation>&amp;Backtest starten …</translation>
    </message>
    <message>
        <source>&amp;Verify ledger</source>
        <translation>&amp;Register prüfen</translation>
    </message>
    <message>
        <source>&amp;Cancel running work</source>
        <translation>&amp;Laufende Arbeit abbrechen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Ledger…</source>
        <translation>&amp;Register …</translation>
    </message>
    <message>
        <source>&amp;About Parc Fermé</source>
        <translation>&amp;Über Parc Fermé</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Share pict&amp;ure…</source>
        <translation>Bild &amp;teilen …</translation>
    </message>
    <message>
        <source>Export &amp;calendar…</source>
        <translation>&amp;Kalender exportieren …</translation>
    </message>
    <message>
        <source>The sessions of the season for a calendar program</source>
        <translation>Die Sitzungen der Saison für ein Kalenderprogramm</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>The table and the chart that show, in black on white; to a PDF too</source>
        <translation>Die Tabelle und das Diagramm, die zu sehen sind, schwarz auf weiß; auch als PDF</translation>
    </message>
    <message>
        <source>Predict season &amp;in retrospect</source>
        <translation>&amp;Saison rückblickend vorhersagen</translation>
    </message>
    <message>
        <source>Every race that has a result and no prediction, each as a record of its own</source>
        <translation>Jedes Rennen, das ein Ergebnis und keine Prognose hat, jedes als eigener Eintrag</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Begriffe</translation>
    </message>
    <message>
        <source>Save &amp;all charts of this page…</source>
        <translation>&amp;Alle Diagramme dieser Seite speichern…</translation>
    </message>
    <message>
        <source>Copy c&amp;hart</source>
        <translation>&amp;Diagramm kopieren</translation>
    </message>
    <message>
        <source>Of which races is chosen in Preferences</source>
        <translation>Von welchen Rennen, steht in den Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Messages of this session…</source>
        <translation>&amp;Meldungen dieser Sitzung…</translation>
    </message>
    <message>
        <source>Save all charts of the seaso&amp;n…</source>
        <translation>Alle Diagramme der Saiso&amp;n speichern …</translation>
    </message>
    <message>
        <source>Of the season, its track record and every race that is predicted; results that are hidden stay so</source>
        <translation>Von der Saison, ihrer Bilanz und jedem vorhergesagten Rennen; verborgene Ergebnisse bleiben es</translation>
    </message>
</context>
<context>
    <name>parcferme::BacktestDialog</name>
    <message>
        <source>Run backtest</source>
        <translation>Backtest starten</translation>
    </message>
    <message>
        <source>Walks through the stored races in order: each is forecast from what was known before it, then judged. Nothing is stored.</source>
        <translation>Geht die gespeicherten Rennen der Reihe nach durch: Jedes wird aus dem vorhergesagt, was davor bekannt war, und dann gewertet. Gespeichert wird nichts.</translation>
    </message>
    <message>
        <source>Grid: the official starting grid is known</source>
        <translation>Startaufstellung: Die offizielle Startaufstellung ist bekannt</translation>
    </message>
    <message>
        <source>Qualifying: its order stands in for the grid</source>
        <translation>Qualifying: Seine Reihenfolge vertritt die Startaufstellung</translation>
    </message>
    <message>
        <source>Nothing: before qualifying</source>
        <translation>Nichts: vor dem Qualifying</translation>
    </message>
    <message>
        <source>&amp;From season</source>
        <translation>&amp;Von Saison</translation>
    </message>
    <message>
        <source>&amp;To season</source>
        <translation>&amp;Bis Saison</translation>
    </message>
    <message>
        <source>St&amp;age</source>
        <translation>S&amp;tand</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Grands Prix</source>
        <translation>Grands Prix</translation>
    </message>
    <message>
        <source>Sprints, since 2021</source>
        <translation>Sprints, seit 2021</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>S&amp;itzungen</translation>
    </message>
</context>
<context>
    <name>parcferme::BiasModel</name>
    <message>
        <source>Predicted minus official, mean</source>
        <translation>Vorhersage minus Ergebnis, im Mittel</translation>
    </message>
    <message>
        <source>Few races: this may be chance.</source>
        <translation>Wenige Rennen: Das kann Zufall sein.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Races judged</source>
        <translation>Gewertete Rennen</translation>
    </message>
    <message>
        <source>Ahead ▲ or behind ▼</source>
        <translation>Vor ▲ oder hinter ▼</translation>
    </message>
    <message>
        <source>Mean of predicted minus official position: ▲ finishes ahead of his predictions</source>
        <translation>Mittel aus vorhergesagtem minus offiziellem Platz: ▲ kommt vor seinen Prognosen ins Ziel</translation>
    </message>
</context>
<context>
    <name>parcferme::ChanceSlider</name>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
</context>
<context>
    <name>parcferme::ChartDeck</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>As ta&amp;ble</source>
        <translation>Als Tabe&amp;lle</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>Show the chart&apos;s data as a table</source>
        <translation>Die Daten des Diagramms als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save the chart as PNG or SVG (Ctrl+Shift+E)</source>
        <translation>Das Diagramm als PNG oder SVG speichern (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Save the chart as an image</source>
        <translation>Diagramm als Bild speichern</translation>
    </message>
    <message>
        <source>Image (*.png);;Vector image (*.svg)</source>
        <translation>Bild (*.png);;Vektorbild (*.svg)</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>parcferme::ComparePane</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>How good each order was</source>
        <translation>Wie gut jede Reihenfolge war</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Difference: ▲ ended higher than said, ▼ lower.</source>
        <translation>Differenz: ▲ kam weiter vorn an als gesagt, ▼ weiter hinten.</translation>
    </message>
    <message>
        <source>▲ I have him higher than the model, ▼ lower.</source>
        <translation>▲ Bei mir weiter vorn als beim Modell, ▼ weiter hinten.</translation>
    </message>
</context>
<context>
    <name>parcferme::ComparisonModel</name>
    <message>
        <source>Said: %1
Official: %2</source>
        <translation>Gesagt: %1
Offiziell: %2</translation>
    </message>
    <message>
        <source>Said minus official place: ▲ finished ahead of it</source>
        <translation>Gesagter minus offizieller Platz: ▲ kam weiter vorn an</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mine against it</source>
        <translation>Meine dagegen</translation>
    </message>
    <message>
        <source>Model&apos;s place minus mine: ▲ I have him further ahead</source>
        <translation>Platz des Modells minus meiner: ▲ ich sehe ihn weiter vorn</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Time or gap</source>
        <translation>Zeit oder Abstand</translation>
    </message>
    <message>
        <source>Pos</source>
        <translation>Pl.</translation>
    </message>
    <message>
        <source>Official position</source>
        <translation>Offizieller Platz</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>parcferme::EmptyWords</name>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>The race is being read.</source>
        <translation>Das Rennen wird gelesen.</translation>
    </message>
    <message>
        <source>Predict in retrospect</source>
        <translation>Rückblickend vorhersagen</translation>
    </message>
    <message>
        <source>Not predicted yet.</source>
        <translation>Noch nicht vorhergesagt.</translation>
    </message>
    <message>
        <source>The freeze window is open: a prediction made now is locked in the ledger.</source>
        <translation>Das Einfrierfenster ist offen: Eine Prognose von jetzt wird im Register festgehalten.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Missed.</source>
        <translation>Verpasst.</translation>
    </message>
    <message>
        <source>The program ran but did not freeze before the start. A retrospective prediction is marked as such.</source>
        <translation>Das Programm lief, hat aber vor dem Start nichts eingefroren. Eine rückblickende Prognose ist als solche markiert.</translation>
    </message>
    <message>
        <source>Not fetched.</source>
        <translation>Nicht abgerufen.</translation>
    </message>
    <message>
        <source>This race is newer than the stored data.</source>
        <translation>Dieses Rennen ist neuer als die gespeicherten Daten.</translation>
    </message>
    <message>
        <source>Sync season</source>
        <translation>Saison abrufen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgesagt.</translation>
    </message>
    <message>
        <source>This race does not take place. There is no prediction of it.</source>
        <translation>Dieses Rennen findet nicht statt. Es gibt keine Prognose dafür.</translation>
    </message>
    <message>
        <source>Not predicted.</source>
        <translation>Nicht vorhergesagt.</translation>
    </message>
    <message>
        <source>A prediction made now uses only what was known before the start. It is marked as retrospective.</source>
        <translation>Eine Prognose von jetzt nutzt nur, was vor dem Start bekannt war. Sie wird als rückblickend markiert.</translation>
    </message>
    <message>
        <source>The freeze window opens when qualifying is published.</source>
        <translation>Das Einfrierfenster öffnet, sobald das Qualifying veröffentlicht ist.</translation>
    </message>
    <message>
        <source>The freeze window is not open yet.</source>
        <translation>Das Einfrierfenster ist noch nicht offen.</translation>
    </message>
    <message>
        <source>The freeze window opens when qualifying is published, about %1.</source>
        <translation>Das Einfrierfenster öffnet, sobald das Qualifying veröffentlicht ist, etwa %1.</translation>
    </message>
    <message>
        <source>The freeze window opens %1.</source>
        <translation>Das Einfrierfenster öffnet %1.</translation>
    </message>
    <message>
        <source>The history to %1 is here.</source>
        <translation>Die Daten bis %1 sind da.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>The history is here.</source>
        <translation>Die Daten früherer Saisons sind da.</translation>
    </message>
    <message>
        <source>Ready, without network.</source>
        <translation>Bereit, ohne Netz.</translation>
    </message>
    <message>
        <source>You can preview this race and judge past ones now. Qualifying and new results need a connection.</source>
        <translation>Dieses Rennen lässt sich jetzt in der Vorschau zeigen, vergangene lassen sich werten. Qualifying und neue Ergebnisse brauchen eine Verbindung.</translation>
    </message>
    <message>
        <source>Preview now</source>
        <translation>Vorschau jetzt</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Erneut verbinden</translation>
    </message>
    <message>
        <source>Result hidden.</source>
        <translation>Ergebnis verborgen.</translation>
    </message>
    <message>
        <source>The official result is stored. It shows when you ask for it.</source>
        <translation>Das offizielle Ergebnis ist gespeichert. Es erscheint, wenn du es aufdeckst.</translation>
    </message>
    <message>
        <source>Reveal this race</source>
        <translation>Dieses Rennen aufdecken</translation>
    </message>
    <message>
        <source>The prediction is kept and not judged.</source>
        <translation>Die Prognose bleibt und wird nicht gewertet.</translation>
    </message>
    <message>
        <source>No official result yet.</source>
        <translation>Noch kein offizielles Ergebnis.</translation>
    </message>
    <message>
        <source>The source publishes it some hours after the race.</source>
        <translation>Die Quelle veröffentlicht es einige Stunden nach dem Rennen.</translation>
    </message>
    <message>
        <source>Sync results</source>
        <translation>Ergebnis abrufen</translation>
    </message>
    <message>
        <source>Nothing to judge.</source>
        <translation>Nichts zu werten.</translation>
    </message>
    <message>
        <source>There is a result and no prediction of this race.</source>
        <translation>Es gibt ein Ergebnis, aber keine Prognose für dieses Rennen.</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>Noch nicht gewertet.</translation>
    </message>
    <message>
        <source>The result is stored. Sync results holds the prediction against it.</source>
        <translation>Das Ergebnis ist gespeichert. „Ergebnis abrufen“ misst die Prognose daran.</translation>
    </message>
    <message>
        <source>The freeze window opens when the grid of the sprint is known. It can be entered by hand. Without it a forecast is much worse.</source>
        <translation>Das Einfrierfenster öffnet, wenn die Startaufstellung des Sprints bekannt ist. Sie kann von Hand eingegeben werden. Ohne sie ist eine Prognose viel schlechter.</translation>
    </message>
    <message>
        <source>Enter grid…</source>
        <translation>Startaufstellung eingeben…</translation>
    </message>
    <message>
        <source>Qualifying should be published by now: Predict fetches it first. The grid can be entered by hand as well.</source>
        <translation>Das Qualifying müsste inzwischen veröffentlicht sein: „Vorhersagen“ holt es zuerst. Die Startaufstellung kann auch von Hand eingegeben werden.</translation>
    </message>
    <message>
        <source>Nobody to be ordered yet.</source>
        <translation>Noch niemand zu ordnen.</translation>
    </message>
    <message>
        <source>The field of this race is not known.</source>
        <translation>Das Feld dieses Rennens ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>There are neither picks of yours nor a prediction. Mine lets you order the field.</source>
        <translation>Es gibt weder eigene Tipps noch eine Prognose. Unter „Meine“ lässt sich das Feld ordnen.</translation>
    </message>
    <message>
        <source>No picks of yours were judged here.</source>
        <translation>Hier wurden keine Tipps von Ihnen gewertet.</translation>
    </message>
    <message>
        <source>Only an order that is locked before the start is. Model shows the scores of the prediction.</source>
        <translation>Nur eine vor dem Start gesperrte Reihenfolge wird gewertet. Unter „Modell“ stehen die Werte der Prognose.</translation>
    </message>
    <message>
        <source>The track record is being read.</source>
        <translation>Die Bilanz wird gelesen.</translation>
    </message>
</context>
<context>
    <name>parcferme::EntryList</name>
    <message>
        <source>Season and track record</source>
        <translation>Saison und Bilanz</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>parcferme::FailureView</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use the backup of %1</source>
        <translation>Sicherung vom %1 verwenden</translation>
    </message>
    <message>
        <source>Start with a new database</source>
        <translation>Mit einer neuen Datenbank beginnen</translation>
    </message>
    <message>
        <source>%1
The damaged file is kept under another name.</source>
        <translation>%1
Die beschädigte Datei bleibt unter einem anderen Namen erhalten.</translation>
    </message>
</context>
<context>
    <name>parcferme::FinalPointsChart</name>
    <message>
        <source>Final points</source>
        <translation>Endstand</translation>
    </message>
    <message>
        <source>bar: now; 80 % interval</source>
        <translation>Balken: jetzt; 80-%-Intervall</translation>
    </message>
    <message>
        <source>No standings</source>
        <translation>Keine Tabelle</translation>
    </message>
    <message>
        <source>Points now: %1</source>
        <translation>Punkte jetzt: %1</translation>
    </message>
    <message>
        <source>Expected: %1
10 % point: %2
90 % point: %3</source>
        <translation>Erwartet: %1
10-%-Punkt: %2
90-%-Punkt: %3</translation>
    </message>
    <message>
        <source>If so: %1</source>
        <translation>Wenn ja: %1</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>hollow: now; filled: if so</source>
        <translation>hohl: jetzt; gefüllt: wenn ja</translation>
    </message>
</context>
<context>
    <name>parcferme::GapChart</name>
    <message>
        <source>Predicted winner</source>
        <translation>Vorhergesagter Sieger</translation>
    </message>
    <message>
        <source>Median: %1 s
10 % point: %2 s
90 % point: %3 s</source>
        <translation>Median: %1 s
10-%-Punkt: %2 s
90-%-Punkt: %3 s</translation>
    </message>
    <message>
        <source>Gap to the winner, s</source>
        <translation>Abstand zum Sieger, s</translation>
    </message>
    <message>
        <source>median, 80 % interval</source>
        <translation>Median, 80-%-Intervall</translation>
    </message>
    <message>
        <source>No forecast</source>
        <translation>Keine Prognose</translation>
    </message>
    <message>
        <source>No times: laps or pace of this race are unknown.</source>
        <translation>Keine Zeiten: Runden oder Tempo dieses Rennens sind unbekannt.</translation>
    </message>
    <message>
        <source>first car</source>
        <translation>erstes Auto</translation>
    </message>
    <message>
        <source>second car of a team</source>
        <translation>zweites Auto eines Teams</translation>
    </message>
    <message>
        <source>80 % interval</source>
        <translation>80-%-Intervall</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>Vorhergesagt: %1</translation>
    </message>
    <message>
        <source>A sprint has no times: its forecast is of the order.</source>
        <translation>Ein Sprint hat keine Zeiten: Seine Prognose gilt der Reihenfolge.</translation>
    </message>
    <message>
        <source>chance in %</source>
        <translation>Chance in %</translation>
    </message>
</context>
<context>
    <name>parcferme::GridDialog</name>
    <message>
        <source>Enter grid: %1</source>
        <translation>Startaufstellung eingeben: %1</translation>
    </message>
    <message>
        <source>Drag a row, move it with Alt+Up and Alt+Down, or type a penalty: +5, back (of the grid) or pit (lane). The grid is kept with the mark manual; what the source says later is not overwritten by it.</source>
        <translation>Zieh eine Zeile, verschieb sie mit Alt+Auf und Alt+Ab oder tipp eine Strafe: +5, back (letzter Startplatz) oder pit (Boxengasse). Die Startaufstellung wird als „von Hand“ markiert; was die Quelle später sagt, überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>Starting grid</source>
        <translation>Startaufstellung</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifying</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Strafe</translation>
    </message>
    <message>
        <source>&amp;Save grid</source>
        <translation>Aufstellung &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Remove grid</source>
        <translation>Aufstellung &amp;entfernen</translation>
    </message>
    <message>
        <source>pit lane</source>
        <translation>Boxengasse</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Win %</source>
        <translation>Sieg %</translation>
    </message>
    <message>
        <source>Podium %</source>
        <translation>Podium %</translation>
    </message>
    <message>
        <source>These are the drivers of the race before: take off who does not start, and add who does.</source>
        <translation>Das sind die Fahrer des Rennens davor: Nehmen Sie heraus, wer nicht startet, und fügen Sie hinzu, wer startet.</translation>
    </message>
    <message>
        <source>Given name and family name</source>
        <translation>Vorname und Nachname</translation>
    </message>
    <message>
        <source>Driver to be added</source>
        <translation>Fahrer, der hinzukommt</translation>
    </message>
    <message>
        <source>&amp;Add driver</source>
        <translation>Fahrer hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Take off</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>Take the chosen driver off the grid</source>
        <translation>Den gewählten Fahrer aus der Aufstellung nehmen</translation>
    </message>
    <message>
        <source>%1 is on the grid already.</source>
        <translation>%1 steht schon in der Aufstellung.</translation>
    </message>
</context>
<context>
    <name>parcferme::GridOrder</name>
    <message>
        <source>&quot;%1&quot; is no penalty: write +5, back or pit.</source>
        <translation>„%1“ ist keine Strafe: schreib +5, hinten oder Box.</translation>
    </message>
    <message>
        <source>back</source>
        <comment>penalty as it is typed: back of the grid</comment>
        <translation>hinten</translation>
    </message>
    <message>
        <source>pit</source>
        <comment>penalty as it is typed: pit lane</comment>
        <translation>Box</translation>
    </message>
</context>
<context>
    <name>parcferme::HeaderFactRow</name>
    <message>
        <source>My hash</source>
        <translation>Mein Hash</translation>
    </message>
    <message>
        <source>Ledger hash</source>
        <translation>Register-Hash</translation>
    </message>
    <message>
        <source>%1
Click to copy.</source>
        <translation>%1
Klicken kopiert.</translation>
    </message>
    <message>
        <source>%1 %2. Press to copy.</source>
        <translation>%1 %2. Drücken kopiert.</translation>
    </message>
</context>
<context>
    <name>parcferme::HeaderWords</name>
    <message>
        <source>Round %1, season %2</source>
        <translation>Lauf %1, Saison %2</translation>
    </message>
    <message numerus="yes">
        <source>%n laps</source>
        <translation>
            <numerusform>%n Runde</numerusform>
            <numerusform>%n Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>Inputs observed</source>
        <translation>Beobachtete Daten</translation>
    </message>
    <message>
        <source>%1 %, %2 imputed</source>
        <translation>%1 %, %2 ergänzt</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>The field is that of the race before.</source>
        <translation>Das Feld ist das des Rennens davor.</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>Computed later, from what was known at %1.</source>
        <translation>Später berechnet, aus dem, was am %1 bekannt war.</translation>
    </message>
    <message>
        <source>Data client</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>The source&apos;s clock at that moment: %1</source>
        <translation>Die Uhr der Quelle in diesem Moment: %1</translation>
    </message>
    <message>
        <source>The source was not asked: no clock of a server stands beside it.</source>
        <translation>Die Quelle wurde nicht gefragt: Keine Server-Uhr steht daneben.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>the result is in, and hidden</source>
        <translation>das Ergebnis ist da, aber verborgen</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 Plätze</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>mittlerer Fehler</translation>
    </message>
    <message>
        <source>mean error; grid order %1</source>
        <translation>mittlerer Fehler; Startreihenfolge %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>void, not judged</source>
        <translation>ungültig, nicht gewertet</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht gewertet</translation>
    </message>
    <message>
        <source>Not predicted</source>
        <translation>Nicht vorhergesagt</translation>
    </message>
    <message>
        <source>Sync results judges it</source>
        <translation>„Ergebnis abrufen“ wertet sie</translation>
    </message>
    <message>
        <source>the result is stored</source>
        <translation>das Ergebnis ist gespeichert</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>started %1 ago</source>
        <translation>vor %1 gestartet</translation>
    </message>
    <message>
        <source>opens in %1</source>
        <translation>öffnet in %1</translation>
    </message>
    <message>
        <source>freeze window, %1</source>
        <translation>Einfrierfenster, %1</translation>
    </message>
    <message>
        <source>to the freeze window</source>
        <translation>bis zum Einfrierfenster</translation>
    </message>
    <message>
        <source>to the start, %1</source>
        <translation>bis zum Start, %1</translation>
    </message>
    <message>
        <source>To win</source>
        <translation>Sieg</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1 of 100 pairs in the right order</source>
        <translation>%1 von 100 Paaren richtig gereiht</translation>
    </message>
    <message>
        <source>Official grid, %1</source>
        <translation>Offizielle Startaufstellung, %1</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <translation>ddd HH:mm</translation>
    </message>
    <message numerus="yes">
        <source>grid since: %n moved</source>
        <translation>
            <numerusform>seither: %n versetzt</numerusform>
            <numerusform>seither: %n versetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Places on the official grid that came afterwards:</source>
        <translation>Plätze in der offiziellen Startaufstellung, die danach kam:</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %2 statt %3</translation>
    </message>
    <message>
        <source>pit lane</source>
        <translation>Boxengasse</translation>
    </message>
    <message>
        <source>sprint weekend</source>
        <translation>Sprint-Wochenende</translation>
    </message>
    <message>
        <source>Grid by hand, %1</source>
        <translation>Aufstellung von Hand, %1</translation>
    </message>
    <message>
        <source>Grid by hand</source>
        <translation>Aufstellung von Hand</translation>
    </message>
    <message>
        <source>Before qualifying</source>
        <translation>Vor dem Qualifying</translation>
    </message>
    <message>
        <source>Qualifying order</source>
        <translation>Reihenfolge des Qualifyings</translation>
    </message>
    <message>
        <source>Official grid</source>
        <translation>Offizielle Aufstellung</translation>
    </message>
    <message>
        <source>The chance of the favourite. %1: %2 of 100.</source>
        <translation>Die Chance des Favoriten. %1: %2 von 100.</translation>
    </message>
    <message>
        <source>freeze window</source>
        <translation>Einfrierfenster</translation>
    </message>
    <message>
        <source>to the start</source>
        <translation>bis zum Start</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parcferme::Help</name>
    <message>
        <source>1. Choose a race</source>
        <translation>1. Rennen wählen</translation>
    </message>
    <message>
        <source>The list at the left has the season&apos;s races; the season box and the search field are above it. The words at the right of each race say how it stands.</source>
        <translation>Die Liste links zeigt die Rennen der Saison; darüber stehen Saisonauswahl und Suchfeld. Die Worte rechts an jedem Rennen sagen, wie es darum steht.</translation>
    </message>
    <message>
        <source>2. Preview</source>
        <translation>2. Vorschau</translation>
    </message>
    <message>
        <source>Before qualifying, Preview shows a forecast from what is known now. It is not stored.</source>
        <translation>Vor dem Qualifying zeigt „Vorschau“ eine Prognose aus dem, was jetzt bekannt ist. Sie wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>3. Predict</source>
        <translation>3. Vorhersagen</translation>
    </message>
    <message>
        <source>Once qualifying is published, Predict computes the forecast and locks it in the ledger: it can never be changed again. After the start a prediction is made from what was known before, and is marked as retrospective.</source>
        <translation>Sobald das Qualifying veröffentlicht ist, berechnet „Vorhersagen“ die Prognose und hält sie im Register fest: Sie lässt sich nie mehr ändern. Nach dem Start entsteht eine Prognose aus dem, was davor bekannt war, und wird als rückblickend markiert.</translation>
    </message>
    <message>
        <source>4. Sync results</source>
        <translation>4. Ergebnis abrufen</translation>
    </message>
    <message>
        <source>Some hours after the race, Sync results fetches the official result and judges the prediction. A later decision of the stewards makes a new revision with its own figures.</source>
        <translation>Einige Stunden nach dem Rennen holt „Ergebnis abrufen“ das offizielle Ergebnis und wertet die Prognose. Eine spätere Entscheidung der Kommissare ergibt eine neue Fassung mit eigenen Zahlen.</translation>
    </message>
    <message>
        <source>5. Read</source>
        <translation>5. Lesen</translation>
    </message>
    <message>
        <source>Result shows predicted against official, Metrics holds every score against simple baselines, Track record adds all races up. Where the prediction is no better than the starting grid, the page says so.</source>
        <translation>„Ergebnis“ stellt Vorhersage und Ergebnis gegenüber, „Kennzahlen“ misst jeden Wert an einfachen Vergleichen, „Bilanz“ fasst alle Rennen zusammen. Wo die Prognose nicht besser ist als die Startaufstellung, sagt die Seite das.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>The next and the previous control</source>
        <translation>Das nächste und das vorige Bedienelement</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Along a list, a table, tabs and joined buttons</source>
        <translation>Durch Liste, Tabelle, Reiter und verbundene Knöpfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>6. The season</source>
        <translation>6. Die Saison</translation>
    </message>
    <message>
        <source>Season, above the list, has the standings, what is expected of the rest and the title odds; What if asks what a single result would change. Predict season in retrospect (menu Race) makes a prediction of each race that has run.</source>
        <translation>„Saison“, über der Liste, zeigt den Stand, was vom Rest zu erwarten ist, und die Titelchancen; „Was wäre, wenn“ fragt, was ein einzelnes Ergebnis ändern würde. „Saison rückblickend vorhersagen“ (Menü Rennen) macht eine Prognose zu jedem gefahrenen Rennen.</translation>
    </message>
    <message>
        <source>Share picture, at the right of the tabs, makes a picture whose hash can be checked. Every table exports as CSV (Ctrl+E) and copies with its header (Ctrl+C); every chart saves as PNG or SVG (Ctrl+Shift+E); Print and Export calendar are in the menu File.</source>
        <translation>„Bild teilen“, rechts neben den Reitern, macht ein Bild, dessen Hash sich prüfen lässt. Jede Tabelle wird als CSV exportiert (Strg+E) und mit Kopfzeile kopiert (Strg+C); jedes Diagramm wird als PNG oder SVG gespeichert (Strg+Umschalt+E); „Drucken“ und „Kalender exportieren“ stehen im Menü Datei.</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Was die Begriffe bedeuten</translation>
    </message>
    <message>
        <source>Point at a figure, or open Words (F1).</source>
        <translation>Zeige auf eine Zahl, oder öffne „Begriffe“ (F1).</translation>
    </message>
    <message>
        <source>7. Your own order</source>
        <translation>7. Ihre eigene Reihenfolge</translation>
    </message>
    <message>
        <source>Mine, before the tools of a race&apos;s pages, is your own order of the field: drag it, lock it before the start, and it is judged beside the model. Under Track record the league ranks all who use this database. The window shows orders of others after the start; who can read the database itself can read them earlier.</source>
        <translation>„Meine“, vor den Werkzeugen der Rennseiten, ist Ihre eigene Reihenfolge des Felds: ziehen, vor dem Start sperren, und sie wird neben dem Modell gewertet. Unter Bilanz reiht die Liga alle, die diese Datenbank nutzen. Das Fenster zeigt Reihenfolgen anderer nach dem Start; wer die Datenbank selbst lesen kann, kann sie vorher lesen.</translation>
    </message>
    <message>
        <source>8. Share and take it with you</source>
        <translation>8. Teilen und mitnehmen</translation>
    </message>
</context>
<context>
    <name>parcferme::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>choose a driver</source>
        <translation>Fahrer wählen</translation>
    </message>
    <message>
        <source>Alt + ↑ ↓</source>
        <comment>key</comment>
        <translation>Alt + ↑ ↓</translation>
    </message>
    <message>
        <source>move him by one</source>
        <translation>um einen Platz verschieben</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>7 Enter</source>
        <comment>key</comment>
        <translation>7 Eingabe</translation>
    </message>
    <message>
        <source>to place 7</source>
        <translation>auf Platz 7</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>leave his place empty</source>
        <translation>seinen Platz leer lassen</translation>
    </message>
    <message>
        <source>Ctrl + Z</source>
        <comment>key</comment>
        <translation>Strg + Z</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>Each move is read out: “%1”</source>
        <translation>Jeder Zug wird vorgelesen: „%1“</translation>
    </message>
    <message>
        <source>Max Verstappen, now 3, was 6.</source>
        <translation>Max Verstappen, jetzt 3, war 6.</translation>
    </message>
    <message>
        <source>Alt + Home</source>
        <comment>key</comment>
        <translation>Alt + Pos1</translation>
    </message>
    <message>
        <source>to the top</source>
        <translation>ganz nach vorn</translation>
    </message>
    <message>
        <source>lift, then ↑ ↓, Space</source>
        <translation>aufnehmen, dann ↑ ↓, Leertaste</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>zurücklegen</translation>
    </message>
</context>
<context>
    <name>parcferme::LapColumns</name>
    <message>
        <source>+1 lap: %1 %
+2 laps: %2 %
+3 or more: %3 %</source>
        <translation>+1 Runde: %1 %
+2 Runden: %2 %
+3 oder mehr: %3 %</translation>
    </message>
    <message>
        <source>laps behind</source>
        <translation>Runden zurück</translation>
    </message>
</context>
<context>
    <name>parcferme::LeagueChart</name>
    <message>
        <source>Points ahead of the grid order</source>
        <translation>Punkte vor der Startreihenfolge</translation>
    </message>
    <message>
        <source>added up race by race; a race without a pick scores nothing</source>
        <translation>Rennen für Rennen summiert; ein Rennen ohne Tipp zählt nichts</translation>
    </message>
    <message>
        <source>No race has been judged yet</source>
        <translation>Noch kein Rennen wurde gewertet</translation>
    </message>
    <message>
        <source>Points ahead of the grid order: %1</source>
        <translation>Punkte vor der Startreihenfolge: %1</translation>
    </message>
</context>
<context>
    <name>parcferme::LeagueModel</name>
    <message>
        <source>A rank needs three races</source>
        <translation>Ein Rang braucht drei Rennen</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>der Maßstab</translation>
    </message>
    <message>
        <source>from 3 races on</source>
        <translation>ab 3 Rennen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Mean error minus the grid&apos;s: %1
95 % interval: %2 to %3
%n races, paired</source>
        <translation>
            <numerusform>Mittlerer Fehler minus dem der Startplätze: %1
95-%-Intervall: %2 bis %3
%n Rennen, gepaart</numerusform>
            <numerusform>Mittlerer Fehler minus dem der Startplätze: %1
95-%-Intervall: %2 bis %3
%n Rennen, gepaart</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n races in a row with a lower error than the grid order.</source>
        <translation>
            <numerusform>%n Rennen in Folge mit kleinerem Fehler als die Startreihenfolge.</numerusform>
            <numerusform>%n Rennen in Folge mit kleinerem Fehler als die Startreihenfolge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Grid order</source>
        <translation>Startreihenfolge</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>Against the grid, 95 %</source>
        <translation>Gegen Startplätze, 95 %</translation>
    </message>
    <message>
        <source>Mean error minus that of the grid order, over the same races</source>
        <translation>Mittlerer Fehler minus dem der Startreihenfolge, über dieselben Rennen</translation>
    </message>
    <message>
        <source>Winners</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Races whose winner was right</source>
        <translation>Rennen mit richtigem Sieger</translation>
    </message>
    <message>
        <source>Podiums</source>
        <translation>Podien</translation>
    </message>
    <message>
        <source>Drivers on the podium, in any order</source>
        <translation>Fahrer auf dem Podium, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>10 for the winner, 3 for each driver on the podium, 1 for each in the top ten</source>
        <translation>10 für den Sieger, 3 für jeden Fahrer auf dem Podium, 1 für jeden unter den ersten zehn</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>Mittlerer Fehler</translation>
    </message>
    <message>
        <source>In positions</source>
        <translation>In Plätzen</translation>
    </message>
    <message>
        <source>Streak</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Streak ahead of the grid</source>
        <translation>Serie vor den Startplätzen</translation>
    </message>
    <message>
        <source>Races in a row with a lower error than the grid order</source>
        <translation>Rennen in Folge mit kleinerem Fehler als die Startreihenfolge</translation>
    </message>
</context>
<context>
    <name>parcferme::LeaguePane</name>
    <message>
        <source>League</source>
        <translation>Liga</translation>
    </message>
    <message>
        <source>Points: 10 for the winner, 3 for each driver on the podium, 1 for each in the top ten, in any order; at most 29. Streak: races in a row with a lower error than the grid order.</source>
        <translation>Punkte: 10 für den Sieger, 3 für jeden Fahrer auf dem Podium, 1 für jeden unter den ersten zehn, in beliebiger Reihenfolge; höchstens 29. Serie: Rennen in Folge mit kleinerem Fehler als die Startreihenfolge.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Seasons of the league</source>
        <translation>Saisons der Liga</translation>
    </message>
    <message>
        <source>Sessions of the league</source>
        <translation>Läufe der Liga</translation>
    </message>
    <message>
        <source>Grands Prix</source>
        <translation>Grands Prix</translation>
    </message>
    <message>
        <source>Sprints</source>
        <translation>Sprints</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Export the table that shows as CSV (Ctrl+E)</source>
        <translation>Die gezeigte Tabelle als CSV exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Seasons</source>
        <translation>Saisons</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Next race: who has locked</source>
        <translation>Nächstes Rennen: wer gesperrt hat</translation>
    </message>
    <message>
        <source>Next race</source>
        <translation>Nächstes Rennen</translation>
    </message>
    <message>
        <source>Orders stay hidden until the start. A hash shows that an order was locked and not changed: at the start all orders open at once and each is checked against its hash.</source>
        <translation>Reihenfolgen bleiben bis zum Start verborgen. Ein Hash zeigt, dass eine gesperrt und nicht geändert wurde: Zum Start werden alle zugleich sichtbar und jede wird an ihrem Hash geprüft.</translation>
    </message>
    <message>
        <source>Only you, the model and the grid. Others join by opening the same database.</source>
        <translation>Nur Sie, das Modell und die Startplätze. Andere kommen dazu, indem sie dieselbe Datenbank öffnen.</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>The address of this database, without its password</source>
        <translation>Die Adresse dieser Datenbank, ohne ihr Passwort</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>League: %1, %2</source>
        <translation>Liga: %1, %2</translation>
    </message>
</context>
<context>
    <name>parcferme::LeaguePointsModel</name>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Ahead of the grid</source>
        <translation>Vor den Startplätzen</translation>
    </message>
</context>
<context>
    <name>parcferme::LeagueSession</name>
    <message>
        <source>The league could not be read:</source>
        <translation>Die Liga ließ sich nicht lesen:</translation>
    </message>
    <message>
        <source>Your record could not be read:</source>
        <translation>Ihre Bilanz ließ sich nicht lesen:</translation>
    </message>
</context>
<context>
    <name>parcferme::LedgerDialog</name>
    <message>
        <source>Ledger</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Every frozen prediction is chained to the one before it: a later change of any of them is found. The chain alone cannot show that somebody wrote all of it anew. Export a proof and give it away or publish it: the ledger can be checked against it later (parcferme-cli verify --proof FILE).</source>
        <translation>Jede eingefrorene Prognose ist mit der davor verkettet: Eine spätere Änderung an irgendeiner fällt auf. Die Kette allein kann nicht zeigen, ob jemand alles neu geschrieben hat. Exportiere einen Nachweis und gib ihn weiter oder veröffentliche ihn: Das Register lässt sich später daran prüfen (parcferme-cli verify --proof DATEI).</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prognosen</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Ende der Kette</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>&amp;Verify now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>&amp;Export proof…</source>
        <translation>Nachweis &amp;exportieren …</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <translation>Ende der Kette: %1</translation>
    </message>
    <message>
        <source>Never. Verify now recomputes every hash, forecast and evaluation.</source>
        <translation>Noch nie. „Jetzt prüfen“ rechnet jeden Hash, jede Prognose und jede Wertung nach.</translation>
    </message>
    <message numerus="yes">
        <source>%1: intact, %n predictions.</source>
        <translation>
            <numerusform>%1: unversehrt, %n Prognose.</numerusform>
            <numerusform>%1: unversehrt, %n Prognosen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: it does not fit. The message in the window names the first record that does not.</source>
        <translation>%1: Es passt nicht. Die Meldung im Fenster nennt den ersten Eintrag, der nicht passt.</translation>
    </message>
    <message>
        <source>Export proof</source>
        <translation>Nachweis exportieren</translation>
    </message>
    <message>
        <source>Proof of the ledger (*.txt)</source>
        <translation>Nachweis des Registers (*.txt)</translation>
    </message>
    <message>
        <source>Vouched for</source>
        <translation>Bezeugt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n live predictions, that they existed before the start.</source>
        <translation>
            <numerusform>%1 von %n Live-Prognose: dass sie vor dem Start bestand.</numerusform>
            <numerusform>%1 von %n Live-Prognosen: dass sie vor dem Start bestanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No stamp yet: %1</source>
        <translation>Noch kein Zeitstempel: %1</translation>
    </message>
    <message>
        <source>No authority is asked for time stamps; Preferences offers some.</source>
        <translation>Keine Stelle wird um Zeitstempel gebeten; die Einstellungen bieten welche an.</translation>
    </message>
    <message>
        <source>%1 is asked after each freeze.</source>
        <translation>%1 wird nach jedem Einfrieren gefragt.</translation>
    </message>
</context>
<context>
    <name>parcferme::LedgerModel</name>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>retrospective</source>
        <translation>nachträglich</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>after</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Place in the chain</source>
        <translation>Platz in der Kette</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>Bezeugt von</translation>
    </message>
    <message>
        <source>The time-stamping authority that signed it, or a later record of the chain, first</source>
        <translation>Die Zeitstempelstelle, die sie oder einen späteren Eintrag der Kette zuerst unterschrieb</translation>
    </message>
    <message>
        <source>Existed on</source>
        <translation>Bestand am</translation>
    </message>
    <message>
        <source>The authority&apos;s time: it existed by then</source>
        <translation>Zeit der Stelle: da bestand sie schon</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Whether that was before the start of the race</source>
        <translation>Ob das vor dem Start des Rennens war</translation>
    </message>
    <message>
        <source>void: after the start</source>
        <translation>ungültig: nach dem Start</translation>
    </message>
</context>
<context>
    <name>parcferme::LockPanel</name>
    <message>
        <source>Locking</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>parcferme::MainWindow</name>
    <message>
        <source>Parc Fermé</source>
        <translation>Parc Fermé</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportiert.</translation>
    </message>
    <message>
        <source>Not exported:</source>
        <translation>Nicht exportiert:</translation>
    </message>
    <message>
        <source>%1 %2 – Parc Fermé</source>
        <translation>%1 %2 – Parc Fermé</translation>
    </message>
    <message>
        <source>Hash copied.</source>
        <translation>Hash kopiert.</translation>
    </message>
    <message>
        <source>Close Parc Fermé?</source>
        <translation>Parc Fermé schließen?</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Abbrechen und schließen</translation>
    </message>
    <message>
        <source>The database is on a server: its backups are the server&apos;s matter.</source>
        <translation>Die Datenbank liegt auf einem Server: Sicherungen sind dort zu machen.</translation>
    </message>
    <message>
        <source>Season %1 – Parc Fermé</source>
        <translation>Saison %1 – Parc Fermé</translation>
    </message>
    <message>
        <source>%1 – Parc Fermé</source>
        <translation>%1 – Parc Fermé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>races run</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n races</source>
        <translation>
            <numerusform>%n Rennen</numerusform>
            <numerusform>%n Rennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export calendar</source>
        <translation>Kalender exportieren</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fact, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hash: %1</source>
        <translation>Hash: %1</translation>
    </message>
    <message>
        <source>Parc Fermé, %1</source>
        <translation>Parc Fermé, %1</translation>
    </message>
    <message>
        <source>Not printed:</source>
        <translation>Nicht gedruckt:</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Gedruckt.</translation>
    </message>
    <message>
        <source>Table copied.</source>
        <translation>Tabelle kopiert.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>table, rows</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Chart copied.</source>
        <translation>Diagramm kopiert.</translation>
    </message>
    <message>
        <source>No message yet.</source>
        <translation>Noch keine Meldung.</translation>
    </message>
    <message>
        <source>Messages of this session</source>
        <translation>Meldungen dieser Sitzung</translation>
    </message>
    <message>
        <source>Folder for the charts of this page</source>
        <translation>Ordner für die Diagramme dieser Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n charts saved.</source>
        <translation>
            <numerusform>%n Diagramm gespeichert.</numerusform>
            <numerusform>%n Diagramme gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the charts of the season</source>
        <translation>Ordner für die Diagramme der Saison</translation>
    </message>
    <message>
        <source>Charts of %1</source>
        <translation>Diagramme von %1</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n charts saved.</source>
        <translation>
            <numerusform>Angehalten: %n Diagramm gespeichert.</numerusform>
            <numerusform>Angehalten: %n Diagramme gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>My hash: %1</source>
        <translation>Mein Hash: %1</translation>
    </message>
</context>
<context>
    <name>parcferme::MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Meldung</numerusform>
            <numerusform>%n Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>List the messages of this session</source>
        <translation>Die Meldungen dieser Sitzung auflisten</translation>
    </message>
</context>
<context>
    <name>parcferme::MetricsModel</name>
    <message>
        <source>Score</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Qualifying</source>
        <translation>Qualifying</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Against the grid</source>
        <translation>Gegen Startplätze</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was sie bedeutet</translation>
    </message>
    <message>
        <source>One race proves little: see the track record.</source>
        <translation>Ein Rennen beweist wenig: siehe Bilanz.</translation>
    </message>
    <message>
        <source>Difference %1, 95 % interval %2 to %3, %4 races</source>
        <translation>Differenz %1, 95-%-Intervall %2 bis %3, %4 Rennen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
</context>
<context>
    <name>parcferme::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message numerus="yes">
        <source>%n scores</source>
        <translation>
            <numerusform>%n Kennzahl</numerusform>
            <numerusform>%n Kennzahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>In this race the predicted order is as good as the grid.</source>
        <translation>In diesem Rennen ist die vorhergesagte Reihenfolge so gut wie die Startaufstellung.</translation>
    </message>
    <message>
        <source>In this race the predicted order beats the grid.</source>
        <translation>In diesem Rennen schlägt die vorhergesagte Reihenfolge die Startaufstellung.</translation>
    </message>
    <message>
        <source>In this race the predicted order is no better than the grid.</source>
        <translation>In diesem Rennen ist die vorhergesagte Reihenfolge nicht besser als die Startaufstellung.</translation>
    </message>
    <message>
        <source>Not judged: %1.</source>
        <translation>Nicht bewertet: %1.</translation>
    </message>
    <message>
        <source>In this race my order is as good as the grid.</source>
        <translation>In diesem Rennen ist meine Reihenfolge so gut wie die Startaufstellung.</translation>
    </message>
    <message>
        <source>In this race my order beats the grid.</source>
        <translation>In diesem Rennen schlägt meine Reihenfolge die Startaufstellung.</translation>
    </message>
    <message>
        <source>In this race my order is no better than the grid.</source>
        <translation>In diesem Rennen ist meine Reihenfolge nicht besser als die Startaufstellung.</translation>
    </message>
    <message numerus="yes">
        <source>Mean error %1 positions against %2, over %n drivers.</source>
        <translation>
            <numerusform>Mittlerer Fehler %1 Plätze gegenüber %2, über %n Fahrer.</numerusform>
            <numerusform>Mittlerer Fehler %1 Plätze gegenüber %2, über %n Fahrer.</numerusform>
        </translation>
    </message>
    <message>
        <source>One race proves little: the track record adds them up.</source>
        <translation>Ein Rennen beweist wenig: Die Bilanz fasst alle zusammen.</translation>
    </message>
</context>
<context>
    <name>parcferme::NextPicksModel</name>
    <message>
        <source>ddd HH:mm</source>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Draft, %1 of %2</source>
        <translation>Entwurf, %1 von %2</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Frozen %1</source>
        <translation>Eingefroren %1</translation>
    </message>
    <message>
        <source>Locked %1</source>
        <translation>Gesperrt %1</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
</context>
<context>
    <name>parcferme::OddsReviewModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Season&apos;s rate</source>
        <translation>Saisonschnitt</translation>
    </message>
    <message>
        <source>Last ten</source>
        <translation>Letzte zehn</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>all four</source>
        <translation>alle vier</translation>
    </message>
    <message>
        <source>%1 of %2 ranges held</source>
        <translation>%1 von %2 Bereichen trafen zu</translation>
    </message>
    <message>
        <source>Log loss of the champion&apos;s chance, mean over seasons and rounds: lower is better, 0 is certain and right</source>
        <translation>Log-Loss der Chance des Meisters, Mittel über Saisons und Runden: Kleiner ist besser, 0 ist sicher und richtig</translation>
    </message>
    <message>
        <source>CRPS of the final points, mean over drivers: how far they came from all that was held possible, in points; lower is better</source>
        <translation>CRPS der Endpunkte, Mittel über die Fahrer: wie weit sie von allem lagen, was für möglich gehalten wurde, in Punkten; kleiner ist besser</translation>
    </message>
    <message>
        <source>How many of the 80 % ranges held the final points: near 80 is right</source>
        <translation>Wie viele der 80-%-Bereiche die Endpunkte enthielten: Nahe 80 ist richtig</translation>
    </message>
    <message>
        <source>Seasons</source>
        <translation>Saisons</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Seasons and rounds that are averaged</source>
        <translation>Saisons und Runden, die gemittelt sind</translation>
    </message>
    <message>
        <source>Title log loss: model</source>
        <translation>Titel, Log-Loss: Modell</translation>
    </message>
    <message>
        <source>Points CRPS: model</source>
        <translation>Punkte, CRPS: Modell</translation>
    </message>
    <message>
        <source>In 80 %: model</source>
        <translation>In 80 %: Modell</translation>
    </message>
    <message>
        <source>better than</source>
        <translation>besser als</translation>
    </message>
    <message>
        <source>worse than</source>
        <translation>schlechter als</translation>
    </message>
    <message>
        <source>no better than</source>
        <translation>nicht besser als</translation>
    </message>
    <message>
        <source>%1, 95 % interval %2 to %3</source>
        <translation>%1, 95-%-Intervall %2 bis %3</translation>
    </message>
    <message>
        <source>In %1 the title odds were %2 those of the last ten races (log loss %3), and the final points were %4 theirs (CRPS %5).</source>
        <translation>%1 waren die Titelchancen %2 die der letzten zehn Rennen (Log-Loss %3) und die Endpunkte %4 deren (CRPS %5).</translation>
    </message>
</context>
<context>
    <name>parcferme::OddsSession</name>
    <message>
        <source>The title odds could not be judged:</source>
        <translation>Die Titelchancen konnten nicht bewertet werden:</translation>
    </message>
</context>
<context>
    <name>parcferme::OrderEditor</name>
    <message>
        <source>Made again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1 lifted, %2</source>
        <translation>%1 aufgenommen, %2</translation>
    </message>
    <message>
        <source>%1 dropped, %2</source>
        <translation>%1 abgelegt, %2</translation>
    </message>
    <message>
        <source>%1 put back, %2</source>
        <translation>%1 zurückgelegt, %2</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>ohne Platz</translation>
    </message>
    <message>
        <source>%1, now without a place, was %2.</source>
        <translation>%1, jetzt ohne Platz, war %2.</translation>
    </message>
    <message>
        <source>%1, now %2, was %3.</source>
        <translation>%1, jetzt %2, war %3.</translation>
    </message>
    <message>
        <source>%1, now %2, had no place.</source>
        <translation>%1, jetzt %2, hatte keinen Platz.</translation>
    </message>
</context>
<context>
    <name>parcferme::OrderView</name>
    <message>
        <source>To place %1 with Enter</source>
        <translation>Mit der Eingabetaste auf Platz %1</translation>
    </message>
    <message>
        <source>There is no place %1.</source>
        <translation>Es gibt keinen Platz %1.</translation>
    </message>
</context>
<context>
    <name>parcferme::OtherSeasons</name>
    <message>
        <source>Races found in other seasons</source>
        <translation>In anderen Saisons gefundene Rennen</translation>
    </message>
    <message>
        <source>%1 of %2 races of %3.</source>
        <translation>%1 von %2 Rennen %3.</translation>
    </message>
    <message>
        <source>Nothing found in %1.</source>
        <translation>Nichts in %1 gefunden.</translation>
    </message>
    <message>
        <source>Nothing in other seasons.</source>
        <translation>Nichts in anderen Saisons.</translation>
    </message>
    <message>
        <source>In other seasons:</source>
        <translation>In anderen Saisons:</translation>
    </message>
</context>
<context>
    <name>parcferme::PagePrint</name>
    <message>
        <source>The printer, or the file, takes nothing.</source>
        <translation>Der Drucker oder die Datei nimmt nichts an.</translation>
    </message>
    <message>
        <source>Not all of it was printed.</source>
        <translation>Nicht alles wurde gedruckt.</translation>
    </message>
</context>
<context>
    <name>parcferme::PageStack</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Share picture…</source>
        <translation>Bild teilen …</translation>
    </message>
</context>
<context>
    <name>parcferme::PairMatrix</name>
    <message>
        <source>Chance to end ahead, %</source>
        <translation>Chance, vorn zu liegen, %</translation>
    </message>
    <message>
        <source>the row&apos;s driver ahead of the column&apos;s</source>
        <translation>der Fahrer der Zeile vor dem der Spalte</translation>
    </message>
    <message>
        <source>No forecast</source>
        <translation>Keine Prognose</translation>
    </message>
    <message>
        <source>This prediction was frozen by version 1.0, which stored no strengths.</source>
        <translation>Diese Prognose wurde von Version 1.0 eingefroren, die keine Stärken gespeichert hat.</translation>
    </message>
    <message>
        <source>%1 finishes ahead of his teammate %2 in %3 of 100 races like this one.</source>
        <translation>%1 kommt in %3 von 100 Rennen wie diesem vor seinem Teamkollegen %2 ins Ziel.</translation>
    </message>
    <message>
        <source>%1 finishes ahead of %2 in %3 of 100 races like this one.</source>
        <translation>%1 kommt in %3 von 100 Rennen wie diesem vor %2 ins Ziel.</translation>
    </message>
    <message>
        <source>%1 ahead of %2: %3 %</source>
        <translation>%1 vor %2: %3 %</translation>
    </message>
    <message>
        <source>Teammates</source>
        <translation>Teamkollegen</translation>
    </message>
    <message>
        <source>It came true.</source>
        <translation>Es ist eingetroffen.</translation>
    </message>
    <message>
        <source>It did not come true.</source>
        <translation>Es ist nicht eingetroffen.</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Each cell: chance in % that the row is ahead of the column, retirements included. Outlined: teammates.</source>
        <translation>Jede Zelle: Chance in %, dass die Zeile vor der Spalte liegt, Ausfälle eingeschlossen. Umrandet: Teamkollegen.</translation>
    </message>
</context>
<context>
    <name>parcferme::PairsModel</name>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderer</translation>
    </message>
    <message>
        <source>Ahead %</source>
        <translation>Vorn %</translation>
    </message>
    <message>
        <source>Chance of the driver to end ahead of the other</source>
        <translation>Chance des Fahrers, vor dem anderen zu liegen</translation>
    </message>
    <message>
        <source>Teammates</source>
        <translation>Teamkollegen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Ahead in percent</source>
        <translation>Vorn in Prozent</translation>
    </message>
</context>
<context>
    <name>parcferme::PickHeader</name>
    <message>
        <source>No picks</source>
        <translation>Keine Tipps</translation>
    </message>
    <message>
        <source>Mine, not locked</source>
        <translation>Meine, nicht gesperrt</translation>
    </message>
    <message>
        <source>Mine, locked</source>
        <translation>Meine, gesperrt</translation>
    </message>
    <message>
        <source>Mine, too late</source>
        <translation>Meine, zu spät</translation>
    </message>
    <message>
        <source>%1, %2 before</source>
        <translation>%1, %2 davor</translation>
    </message>
    <message>
        <source>%1, %2 too late</source>
        <translation>%1, %2 zu spät</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Who is first in my order, and his chance</source>
        <translation>Wer in meiner Reihenfolge vorn ist, und seine Chance</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>no chance given</source>
        <translation>ohne Chance</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>Vom Modell</translation>
    </message>
    <message>
        <source>%1 places apart</source>
        <translation>%1 Plätze entfernt</translation>
    </message>
    <message numerus="yes">
        <source>The mean over %n drivers</source>
        <translation>
            <numerusform>Der Mittelwert über %n Fahrer</numerusform>
            <numerusform>Der Mittelwert über %n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Frozen, %1</source>
        <translation>Eingefroren, %1</translation>
    </message>
    <message>
        <source>Preview, %1</source>
        <translation>Vorschau, %1</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>%1 of %2 drivers</source>
        <translation>%1 von %2 Fahrern</translation>
    </message>
    <message>
        <source>provisional field</source>
        <translation>vorläufiges Feld</translation>
    </message>
    <message>
        <source>The field is that of the race before.</source>
        <translation>Das Feld ist das des Rennens davor.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>%1, a draft</source>
        <translation>%1, ein Entwurf</translation>
    </message>
    <message>
        <source>Mine locked</source>
        <translation>Meine gesperrt</translation>
    </message>
    <message>
        <source>Mine saved</source>
        <translation>Meine gespeichert</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>the result is in, and hidden</source>
        <translation>das Ergebnis ist da, aber verborgen</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 Plätze</translation>
    </message>
    <message>
        <source>my mean error; grid %1</source>
        <translation>mein mittlerer Fehler; Startplätze %1</translation>
    </message>
    <message>
        <source>my mean error; model %1, grid %2</source>
        <translation>mein mittlerer Fehler; Modell %1, Startplätze %2</translation>
    </message>
    <message>
        <source>to the start, %1</source>
        <translation>bis zum Start, %1</translation>
    </message>
    <message>
        <source>to the lock, at the start, %1</source>
        <translation>bis zur Sperre, zum Start, %1</translation>
    </message>
    <message>
        <source>nothing said, nothing judged</source>
        <translation>nichts gesagt, nichts gewertet</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Nicht gezählt</translation>
    </message>
    <message>
        <source>not locked before the start</source>
        <translation>nicht vor dem Start gesperrt</translation>
    </message>
    <message>
        <source>to the start</source>
        <translation>bis zum Start</translation>
    </message>
    <message>
        <source>to the lock</source>
        <translation>bis zur Sperre</translation>
    </message>
    <message>
        <source>my mean error</source>
        <translation>mein mittlerer Fehler</translation>
    </message>
</context>
<context>
    <name>parcferme::PickOffer</name>
    <message>
        <source>opens when qualifying is published</source>
        <translation>öffnet, wenn das Qualifying veröffentlicht ist</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>opens when qualifying is published, about %1</source>
        <translation>öffnet, wenn das Qualifying veröffentlicht ist, etwa %1</translation>
    </message>
    <message>
        <source>opens %1</source>
        <translation>öffnet %1</translation>
    </message>
    <message>
        <source>Locked: it cannot be changed any more.</source>
        <translation>Gesperrt: Sie lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Locked after the start: shown, never counted.</source>
        <translation>Nach dem Start gesperrt: gezeigt, nie gezählt.</translation>
    </message>
    <message>
        <source>It has a hash in the ledger of picks, and is judged beside the model and the grid.</source>
        <translation>Sie hat einen Hash im Register der Tipps und wird neben Modell und Startplätzen gewertet.</translation>
    </message>
    <message>
        <source>The start is over: it would be shown, never counted.</source>
        <translation>Der Start ist vorbei: Sie würde gezeigt, nie gezählt.</translation>
    </message>
    <message>
        <source>Lock my order in the ledger: it cannot be changed any more.</source>
        <translation>Meine Reihenfolge im Register sperren: Sie lässt sich dann nicht mehr ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n places are empty.</source>
        <translation>
            <numerusform>%n Platz ist leer.</numerusform>
            <numerusform>%n Plätze sind leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Locks when you press Lock my picks, at the latest at the start, %1. A draft with all %2 drivers locks by itself while the program runs.</source>
        <translation>Sperrt mit „Tipps sperren“, spätestens zum Start, %1. Ein Entwurf mit allen %2 Fahrern sperrt sich von selbst, solange das Programm läuft.</translation>
    </message>
    <message>
        <source>Then it cannot be changed, has a hash in the ledger, and is judged beside the model and the grid.</source>
        <translation>Dann lässt sie sich nicht mehr ändern, hat einen Hash im Register und wird neben Modell und Startplätzen gewertet.</translation>
    </message>
    <message>
        <source>After the start nothing counts.</source>
        <translation>Nach dem Start zählt nichts mehr.</translation>
    </message>
    <message>
        <source>opens when qualifying is published, expected about %1</source>
        <translation>öffnet, wenn das Qualifying veröffentlicht ist, erwartet etwa %1</translation>
    </message>
</context>
<context>
    <name>parcferme::PickOrderModel</name>
    <message>
        <source>Place %1 is empty: he has no place yet</source>
        <translation>Platz %1 ist leer: Er hat noch keinen Platz</translation>
    </message>
    <message>
        <source>Mine: %1
Model: %2</source>
        <translation>Meine: %1
Modell: %2</translation>
    </message>
    <message>
        <source>PL</source>
        <comment>pit lane, in a narrow column</comment>
        <translation>BG</translation>
    </message>
    <message>
        <source>Pit lane</source>
        <translation>Boxengasse</translation>
    </message>
    <message>
        <source>Pos</source>
        <translation>Pl.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>His place in the model&apos;s order</source>
        <translation>Sein Platz in der Reihenfolge des Modells</translation>
    </message>
    <message>
        <source>Mine against it</source>
        <translation>Meine dagegen</translation>
    </message>
    <message>
        <source>Model&apos;s place minus mine: ▲ I have him further ahead</source>
        <translation>Platz des Modells minus meiner: ▲ ich sehe ihn weiter vorn</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Place on the starting grid</source>
        <translation>Platz in der Startaufstellung</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifying</translation>
    </message>
    <message>
        <source>Place in qualifying</source>
        <translation>Platz im Qualifying</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
</context>
<context>
    <name>parcferme::PickSlopeChart</name>
    <message>
        <source>Mine: %1</source>
        <translation>Meine: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Mine against it: %1</source>
        <translation>Meine dagegen: %1</translation>
    </message>
    <message>
        <source>My order and the model&apos;s</source>
        <translation>Meine Reihenfolge und die des Modells</translation>
    </message>
    <message>
        <source>a line for each driver</source>
        <translation>eine Linie je Fahrer</translation>
    </message>
    <message>
        <source>Nobody to be ordered yet</source>
        <translation>Noch niemand zu ordnen</translation>
    </message>
    <message>
        <source>Mine ■</source>
        <translation>Meine ■</translation>
    </message>
    <message>
        <source>● Model</source>
        <translation>● Modell</translation>
    </message>
    <message>
        <source>I say %1 or more higher</source>
        <translation>bei mir %1 oder mehr höher</translation>
    </message>
    <message>
        <source>I say %1 or more lower</source>
        <translation>bei mir %1 oder mehr tiefer</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
</context>
<context>
    <name>parcferme::PicksPane</name>
    <message>
        <source>Drag a row, or use the keys. The order is saved as you go; nothing is judged before it is locked.</source>
        <translation>Eine Zeile ziehen oder die Tasten nutzen. Die Reihenfolge wird laufend gespeichert; nichts wird gewertet, bevor sie gesperrt ist.</translation>
    </message>
    <message>
        <source>The model&apos;s order.</source>
        <translation>Die Reihenfolge des Modells.</translation>
    </message>
    <message>
        <source>The qualifying order.</source>
        <translation>Die Qualifying-Reihenfolge.</translation>
    </message>
    <message>
        <source>The grid order.</source>
        <translation>Die Startreihenfolge.</translation>
    </message>
    <message>
        <source>My last order.</source>
        <translation>Meine letzte Reihenfolge.</translation>
    </message>
    <message>
        <source>All places are empty.</source>
        <translation>Alle Plätze sind leer.</translation>
    </message>
    <message>
        <source>To place %1: Enter moves, Escape does not.</source>
        <translation>Auf Platz %1: Eingabe verschiebt, Esc nicht.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Start fro&amp;m</source>
        <translation>&amp;Mit … beginnen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Hide the model &amp;while I pick</source>
        <translation>Modell beim &amp;Tippen verbergen</translation>
    </message>
    <message>
        <source>Loc&amp;k my picks</source>
        <translation>Tipps s&amp;perren</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Undo the last move (Ctrl+Z)</source>
        <translation>Den letzten Zug rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Export this table as CSV (Ctrl+E)</source>
        <translation>Diese Tabelle als CSV exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Its columns, the slopes and its chance for the winner do not show until the picks are locked</source>
        <translation>Seine Spalten, die Linien und seine Chance für den Sieger bleiben verborgen, bis die Tipps gesperrt sind</translation>
    </message>
    <message>
        <source>&amp;Model&apos;s order</source>
        <translation>Reihenfolge des &amp;Modells</translation>
    </message>
    <message>
        <source>&amp;Qualifying order</source>
        <translation>&amp;Qualifying-Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Grid order</source>
        <translation>&amp;Startreihenfolge</translation>
    </message>
    <message>
        <source>My &amp;last order</source>
        <translation>Meine &amp;letzte Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Empty</source>
        <translation>L&amp;eer</translation>
    </message>
    <message>
        <source>&amp;Hide the model while I pick</source>
        <translation>Modell beim Tippen &amp;verbergen</translation>
    </message>
    <message>
        <source>My picks</source>
        <translation>Meine Tipps</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>parcferme::PicksSession</name>
    <message>
        <source>Your picks could not be read:</source>
        <translation>Ihre Tipps ließen sich nicht lesen:</translation>
    </message>
    <message>
        <source>Your draft was not saved:</source>
        <translation>Ihr Entwurf wurde nicht gespeichert:</translation>
    </message>
    <message>
        <source>There is no such order to start from:</source>
        <translation>Eine solche Reihenfolge gibt es nicht:</translation>
    </message>
</context>
<context>
    <name>parcferme::PicturePainter</name>
    <message>
        <source>Pos</source>
        <translation>Pl.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more.</source>
        <translation>
            <numerusform>%1 und %n weiterer.</numerusform>
            <numerusform>%1 und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>3 or more places better</source>
        <translation>3 oder mehr Plätze besser</translation>
    </message>
    <message>
        <source>3 or more places worse</source>
        <translation>3 oder mehr Plätze schlechter</translation>
    </message>
    <message>
        <source>Hash, first 12 of 64</source>
        <translation>Hash, die ersten 12 von 64</translation>
    </message>
</context>
<context>
    <name>parcferme::PictureWords</name>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>(did not start)</source>
        <translation>(nicht gestartet)</translation>
    </message>
    <message>
        <source>Out of the top ten:</source>
        <translation>Nicht unter den ersten zehn:</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation>%1 (ausgefallen)</translation>
    </message>
    <message>
        <source>%1 (not classified)</source>
        <translation>%1 (nicht gewertet)</translation>
    </message>
    <message>
        <source>%1 (disqualified)</source>
        <translation>%1 (disqualifiziert)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>between %1 and the model, on average</source>
        <translation>zwischen %1 und dem Modell, im Mittel</translation>
    </message>
    <message>
        <source>grid order %1, the same</source>
        <translation>Startreihenfolge %1, gleich gut</translation>
    </message>
    <message>
        <source>model %1, the same</source>
        <translation>Modell %1, gleich gut</translation>
    </message>
    <message>
        <source>grid order %1, so %2 better</source>
        <translation>Startreihenfolge %1, also %2 besser</translation>
    </message>
    <message>
        <source>grid order %1, so %2 worse</source>
        <translation>Startreihenfolge %1, also %2 schlechter</translation>
    </message>
    <message>
        <source>model %1, so %2 better</source>
        <translation>Modell %1, also %2 besser</translation>
    </message>
    <message>
        <source>model %1, so %2 worse</source>
        <translation>Modell %1, also %2 schlechter</translation>
    </message>
    <message numerus="yes">
        <source>mean error over %n drivers</source>
        <translation>
            <numerusform>mittlerer Fehler über %n Fahrer</numerusform>
            <numerusform>mittlerer Fehler über %n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>Winner right</source>
        <translation>Sieger richtig</translation>
    </message>
    <message>
        <source>Winner no</source>
        <translation>Sieger nein</translation>
    </message>
    <message>
        <source>, given %1 %</source>
        <translation>, mit %1 %</translation>
    </message>
    <message>
        <source>, %1 was given %2 %</source>
        <translation>, %1 hatte %2 %</translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 von 3</translation>
    </message>
    <message>
        <source>on the podium</source>
        <translation>auf dem Podium</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 von 10</translation>
    </message>
    <message>
        <source>in the top ten</source>
        <translation>in den ersten zehn</translation>
    </message>
    <message>
        <source>Result as corrected, revision %1</source>
        <translation>Ergebnis wie korrigiert, Fassung %1</translation>
    </message>
    <message>
        <source>Hash: %1</source>
        <translation>Hash: %1</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zuversicht</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 von 100</translation>
    </message>
    <message>
        <source>pairs in the right order</source>
        <translation>Paare richtig gereiht</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Gemacht aus</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n drivers</source>
        <translation>
            <numerusform>%1, %n Fahrer</numerusform>
            <numerusform>%1, %n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>grid order %1</source>
        <translation>Startreihenfolge %1</translation>
    </message>
    <message>
        <source>%1, sprint</source>
        <translation>%1, Sprint</translation>
    </message>
    <message>
        <source>Stamped by %1 on %2</source>
        <translation>Gestempelt von %1 am %2</translation>
    </message>
    <message>
        <source>Compare it with the proof file that was published with this picture.</source>
        <translation>Vergleiche ihn mit dem Nachweis, der mit diesem Bild veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Parc Fermé</source>
        <translation>Parc Fermé</translation>
    </message>
    <message>
        <source>locked before the start, judged by the official result</source>
        <translation>vor dem Start festgehalten, am offiziellen Ergebnis gemessen</translation>
    </message>
    <message>
        <source>race predictions, judged by the official result</source>
        <translation>Rennprognosen, am offiziellen Ergebnis gemessen</translation>
    </message>
    <message>
        <source>Race facts from F1DB, CC BY 4.0. Unofficial.</source>
        <translation>Renndaten von F1DB, CC BY 4.0. Inoffiziell.</translation>
    </message>
    <message>
        <source>%1, judged</source>
        <translation>%1, gewertet</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, festgehalten</translation>
    </message>
    <message>
        <source>%1, too late</source>
        <translation>%1, zu spät</translation>
    </message>
    <message>
        <source>%1, not locked</source>
        <translation>%1, nicht festgehalten</translation>
    </message>
    <message>
        <source>Frozen, judged</source>
        <translation>Eingefroren, gewertet</translation>
    </message>
    <message>
        <source>Prediction, frozen</source>
        <translation>Prognose, eingefroren</translation>
    </message>
    <message>
        <source>Retrospective, judged</source>
        <translation>Rückblickend, gewertet</translation>
    </message>
    <message>
        <source>Retrospective</source>
        <translation>Rückblickend</translation>
    </message>
    <message>
        <source>Void: frozen after the start</source>
        <translation>Ungültig: nach dem Start eingefroren</translation>
    </message>
    <message>
        <source>Preview, not stored</source>
        <translation>Vorschau, nicht gespeichert</translation>
    </message>
    <message>
        <source>Round %1, season %2</source>
        <translation>Lauf %1, Saison %2</translation>
    </message>
    <message>
        <source>%1 before the start</source>
        <translation>%1 vor dem Start</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Festgehalten</translation>
    </message>
    <message>
        <source>Computed after the race</source>
        <translation>Nach dem Rennen berechnet</translation>
    </message>
    <message>
        <source>from what was known before its start</source>
        <translation>aus dem vor seinem Start Bekannten</translation>
    </message>
    <message>
        <source>Locked after the start</source>
        <translation>Nach dem Start festgehalten</translation>
    </message>
    <message>
        <source>It counts nowhere.</source>
        <translation>Es zählt nirgends.</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Preview, not stored: it may still change.</source>
        <translation>Vorschau, nicht gespeichert: Sie kann sich noch ändern.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>%1 to win</source>
        <translation>%1 gewinnt</translation>
    </message>
    <message>
        <source>Win %</source>
        <translation>Sieg %</translation>
    </message>
    <message>
        <source>Podium %</source>
        <translation>Podium %</translation>
    </message>
    <message>
        <source>Points %</source>
        <translation>Punkte %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>that %1 wins</source>
        <translation>dass %1 gewinnt</translation>
    </message>
    <message>
        <source>Grid by hand</source>
        <translation>Startaufstellung von Hand</translation>
    </message>
    <message>
        <source>Before qualifying</source>
        <translation>Vor dem Qualifying</translation>
    </message>
    <message>
        <source>Qualifying order</source>
        <translation>Qualifying-Reihenfolge</translation>
    </message>
    <message>
        <source>Official grid</source>
        <translation>Offizielle Startaufstellung</translation>
    </message>
    <message>
        <source>Not in the model&apos;s top ten:</source>
        <translation>Beim Modell nicht unter den ersten zehn:</translation>
    </message>
    <message>
        <source>Model hash: %1</source>
        <translation>Hash des Modells: %1</translation>
    </message>
</context>
<context>
    <name>parcferme::PlacesChart</name>
    <message>
        <source>Official: %1</source>
        <translation>Offiziell: %1</translation>
    </message>
    <message>
        <source>%1, difference %2</source>
        <translation>%1, Differenz %2</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meine: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Grid: %1</source>
        <translation>Start: %1</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>official, mine, model and grid, among those who started</source>
        <translation>offiziell, meine, Modell und Start, unter den Gestarteten</translation>
    </message>
    <message>
        <source>mine, model and grid</source>
        <translation>meine, Modell und Start</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>meine</translation>
    </message>
    <message>
        <source>official</source>
        <translation>offiziell</translation>
    </message>
</context>
<context>
    <name>parcferme::PlayerScoresModel</name>
    <message>
        <source>%1 the same</source>
        <translation>%1 gleich</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>%1 besser</translation>
    </message>
    <message>
        <source>%1 worse</source>
        <translation>%1 schlechter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Chance given to him</source>
        <translation>Ihm gegebene Chance</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>Mittlerer Fehler</translation>
    </message>
    <message>
        <source>In positions, over those who started</source>
        <translation>In Plätzen, über die Gestarteten</translation>
    </message>
    <message>
        <source>Against the grid</source>
        <translation>Gegen Startplätze</translation>
    </message>
    <message>
        <source>Mean error minus that of the grid order</source>
        <translation>Mittlerer Fehler minus dem der Startreihenfolge</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Chance given to him %</source>
        <translation>Seine Chance %</translation>
    </message>
    <message>
        <source>That was given to who won</source>
        <translation>Die dem späteren Sieger gegeben wurde</translation>
    </message>
    <message>
        <source>Podium</source>
        <translation>Podium</translation>
    </message>
    <message>
        <source>Drivers on the podium, in any order</source>
        <translation>Fahrer auf dem Podium, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Points places</source>
        <translation>Punkteränge</translation>
    </message>
    <message>
        <source>Drivers in the top ten, in any order</source>
        <translation>Fahrer unter den ersten zehn, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Pairs right %</source>
        <translation>Paare richtig %</translation>
    </message>
    <message>
        <source>Pairs of drivers in the right order</source>
        <translation>Fahrerpaare in der richtigen Reihenfolge</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pairs right</source>
        <translation>Paare richtig</translation>
    </message>
</context>
<context>
    <name>parcferme::PointsByRoundModel</name>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>80 % range</source>
        <translation>80-%-Bereich</translation>
    </message>
</context>
<context>
    <name>parcferme::PointsChart</name>
    <message>
        <source>Points so far, and expected</source>
        <translation>Punkte bisher und erwartet</translation>
    </message>
    <message>
        <source>band: 80 % interval of the selected one</source>
        <translation>Band: 80-%-Intervall des gewählten</translation>
    </message>
    <message>
        <source>No standings</source>
        <translation>Keine Tabelle</translation>
    </message>
    <message>
        <source>before round 1</source>
        <translation>vor Runde 1</translation>
    </message>
    <message>
        <source>after round %1, %2</source>
        <translation>nach Runde %1, %2</translation>
    </message>
    <message>
        <source>Points so far</source>
        <translation>Punkte bisher</translation>
    </message>
    <message>
        <source>after each round</source>
        <translation>nach jeder Runde</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n anderer</numerusform>
            <numerusform>%n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>Points: %1</source>
        <translation>Punkte: %1</translation>
    </message>
    <message>
        <source>Expected: %1
10 % point: %2
90 % point: %3</source>
        <translation>Erwartet: %1
10-%-Punkt: %2
90-%-Punkt: %3</translation>
    </message>
</context>
<context>
    <name>parcferme::PositionHeatMap</name>
    <message>
        <source>Chance of each position, %</source>
        <translation>Chance auf jeden Platz, %</translation>
    </message>
    <message>
        <source>exact probabilities of the forecast</source>
        <translation>exakte Wahrscheinlichkeiten der Prognose</translation>
    </message>
    <message>
        <source>No forecast</source>
        <translation>Keine Prognose</translation>
    </message>
    <message>
        <source>Position %1: %2 %
80 % range: %3
Predicted: %4</source>
        <translation>Platz %1: %2 %
80-%-Bereich: %3
Vorhergesagt: %4</translation>
    </message>
    <message>
        <source>Official: %1</source>
        <translation>Offiziell: %1</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>80 % range</source>
        <translation>80-%-Bereich</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>official</source>
        <translation>offiziell</translation>
    </message>
    <message>
        <source>Version 1.0 stored no chance of each position.</source>
        <translation>Version 1.0 hat die Chance jedes Platzes nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>parcferme::PositionsModel</name>
    <message>
        <source>Pos</source>
        <translation>Pl.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Chance to finish in position %1, in percent</source>
        <translation>Chance, auf Platz %1 ins Ziel zu kommen, in Prozent</translation>
    </message>
    <message>
        <source>Position %1, percent</source>
        <translation>Platz %1, Prozent</translation>
    </message>
</context>
<context>
    <name>parcferme::PredictOffer</name>
    <message>
        <source>No race is chosen.</source>
        <translation>Kein Rennen ist gewählt.</translation>
    </message>
    <message>
        <source>The prediction of this race is frozen and cannot change.</source>
        <translation>Die Prognose dieses Rennens ist eingefroren und unveränderlich.</translation>
    </message>
    <message>
        <source>This race has its retrospective prediction; it does not change.</source>
        <translation>Dieses Rennen hat seine rückblickende Prognose; sie ändert sich nicht.</translation>
    </message>
    <message>
        <source>This race is cancelled.</source>
        <translation>Dieses Rennen ist abgesagt.</translation>
    </message>
    <message>
        <source>Compute the prediction and lock it in the ledger (Ctrl+P)</source>
        <translation>Die Prognose berechnen und im Register festhalten (Strg+P)</translation>
    </message>
    <message>
        <source>The race has started: a prediction from what was known before, marked as retrospective (Ctrl+P)</source>
        <translation>Das Rennen hat begonnen: eine Prognose aus dem, was davor bekannt war, als rückblickend markiert (Strg+P)</translation>
    </message>
    <message>
        <source>The freeze window is not open yet: a preview is not stored</source>
        <translation>Das Einfrierfenster ist noch nicht offen: Eine Vorschau wird nicht gespeichert</translation>
    </message>
    <message>
        <source>The frozen prediction is void, because the race had started: one from what was known before can be made, marked as retrospective (Ctrl+P)</source>
        <translation>Die eingefrorene Vorhersage ist ungültig, denn das Rennen hatte begonnen: Eine aus dem vorher Bekannten ist möglich, als rückblickend markiert (Strg+P)</translation>
    </message>
    <message>
        <source>Qualifying should be published by now: fetch it, compute the prediction and lock it in the ledger (Ctrl+P)</source>
        <translation>Das Qualifying müsste inzwischen veröffentlicht sein: Es wird geholt, die Prognose berechnet und im Register festgehalten (Strg+P)</translation>
    </message>
</context>
<context>
    <name>parcferme::PredictionModel</name>
    <message>
        <source>Starts from the pit lane</source>
        <translation>Startet aus der Boxengasse</translation>
    </message>
    <message>
        <source>The qualifying order stands in for the grid.</source>
        <translation>Die Reihenfolge des Qualifyings vertritt die Startaufstellung.</translation>
    </message>
    <message>
        <source>Pos</source>
        <translation>Pl.</translation>
    </message>
    <message>
        <source>Predicted position</source>
        <translation>Vorhergesagter Platz</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Car number</source>
        <translation>Startnummer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Predicted race time</source>
        <translation>Vorhergesagte Rennzeit</translation>
    </message>
    <message>
        <source>Gap s</source>
        <translation>Abst. s</translation>
    </message>
    <message>
        <source>Gap low s</source>
        <translation>Abst. min. s</translation>
    </message>
    <message>
        <source>10 % point of the gap, in seconds</source>
        <translation>10-%-Punkt des Abstands, in Sekunden</translation>
    </message>
    <message>
        <source>Gap high s</source>
        <translation>Abst. max. s</translation>
    </message>
    <message>
        <source>90 % point of the gap, in seconds</source>
        <translation>90-%-Punkt des Abstands, in Sekunden</translation>
    </message>
    <message>
        <source>± s</source>
        <translation>± s</translation>
    </message>
    <message>
        <source>Win %</source>
        <translation>Sieg %</translation>
    </message>
    <message>
        <source>Chance to win</source>
        <translation>Chance auf den Sieg</translation>
    </message>
    <message>
        <source>Podium %</source>
        <translation>Podium %</translation>
    </message>
    <message>
        <source>Chance to finish in the first three</source>
        <translation>Chance auf einen Platz unter den ersten drei</translation>
    </message>
    <message>
        <source>Points %</source>
        <translation>Punkte %</translation>
    </message>
    <message>
        <source>Chance to finish in the first ten</source>
        <translation>Chance auf einen Platz unter den ersten zehn</translation>
    </message>
    <message>
        <source>Retire %</source>
        <translation>Ausfall %</translation>
    </message>
    <message>
        <source>Chance not to be classified</source>
        <translation>Chance, nicht gewertet zu werden</translation>
    </message>
    <message>
        <source>80 % range</source>
        <translation>80-%-Bereich</translation>
    </message>
    <message>
        <source>Mean pos</source>
        <translation>Mittl. Pl.</translation>
    </message>
    <message>
        <source>Mean of all positions, by their chance</source>
        <translation>Mittel aller Plätze, nach ihrer Chance</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Starting position; 0 in exports is the pit lane</source>
        <translation>Startplatz; 0 bedeutet in Exporten die Boxengasse</translation>
    </message>
    <message>
        <source>Time in seconds</source>
        <translation>Zeit in Sekunden</translation>
    </message>
    <message>
        <source>Gap in seconds</source>
        <translation>Abstand in Sekunden</translation>
    </message>
    <message>
        <source>10 % point of the gap in seconds</source>
        <translation>10-%-Punkt des Abstands in Sekunden</translation>
    </message>
    <message>
        <source>90 % point of the gap in seconds</source>
        <translation>90-%-Punkt des Abstands in Sekunden</translation>
    </message>
    <message>
        <source>Half the 80 % interval in seconds</source>
        <translation>Halbes 80-%-Intervall in Sekunden</translation>
    </message>
    <message>
        <source>Win in percent</source>
        <translation>Sieg in Prozent</translation>
    </message>
    <message>
        <source>Podium in percent</source>
        <translation>Podium in Prozent</translation>
    </message>
    <message>
        <source>Points in percent</source>
        <translation>Punkte in Prozent</translation>
    </message>
    <message>
        <source>Retirement in percent</source>
        <translation>Ausfall in Prozent</translation>
    </message>
    <message>
        <source>Mean position</source>
        <translation>Mittlerer Platz</translation>
    </message>
    <message>
        <source>Median gap to the winner, in seconds; from one lap on, in laps</source>
        <translation>Median des Abstands zum Sieger, in Sekunden; ab einer Runde in Runden</translation>
    </message>
    <message>
        <source>Lapped %</source>
        <translation>Überrundet %</translation>
    </message>
    <message>
        <source>Lapped in percent</source>
        <translation>Überrundet in Prozent</translation>
    </message>
    <message>
        <source>PL</source>
        <comment>pit lane</comment>
        <translation>BG</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifying</translation>
    </message>
</context>
<context>
    <name>parcferme::PredictionPage</name>
    <message>
        <source>Prediction</source>
        <translation>Prognose</translation>
    </message>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n Fahrer</numerusform>
            <numerusform>%n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>A lap is %1 s here. Lapped cars have no official time: from one lap on, the gap is counted in laps.</source>
        <translation>Eine Runde dauert hier %1 s. Überrundete haben keine offizielle Zeit: Ab einer Runde zählt der Abstand in Runden.</translation>
    </message>
</context>
<context>
    <name>parcferme::PreferencesDialog</name>
    <message>
        <source>&amp;Freeze by itself when the moment comes</source>
        <translation>Von selbst ein&amp;frieren, wenn der Moment kommt</translation>
    </message>
    <message>
        <source>Show a &amp;notification then</source>
        <translation>Dann eine &amp;Benachrichtigung zeigen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>After qualifying</source>
        <translation>Nach dem Qualifying</translation>
    </message>
    <message>
        <source>Some time before the start</source>
        <translation>Einige Zeit vor dem Start</translation>
    </message>
    <message>
        <source> min before the start</source>
        <translation> min vor dem Start</translation>
    </message>
    <message>
        <source>Freezing &amp;opens</source>
        <translation>Einfrieren &amp;ab</translation>
    </message>
    <message>
        <source>&amp;Lead time</source>
        <translation>&amp;Vorlauf</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>&amp;Data folder</source>
        <translation>&amp;Datenordner</translation>
    </message>
    <message>
        <source>A&amp;PI address</source>
        <translation>A&amp;PI-Adresse</translation>
    </message>
    <message>
        <source>Fixed by the environment variable %1.</source>
        <translation>Festgelegt durch die Umgebungsvariable %1.</translation>
    </message>
    <message>
        <source>Fixed on the command line.</source>
        <translation>Festgelegt auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation>Die dieses Rechners</translation>
    </message>
    <message>
        <source>Time &amp;stamps by</source>
        <translation>&amp;Zeitstempel von</translation>
    </message>
    <message>
        <source>Its ce&amp;rtificates</source>
        <translation>De&amp;ren Zertifikate</translation>
    </message>
    <message>
        <source>After each freeze this authority, or one whose address you enter, is sent the newest hash of the ledger and nothing else, and signs it with the time: an outsider then vouches that the prediction existed before the start.</source>
        <translation>Nach jedem Einfrieren bekommt diese Stelle, oder eine, deren Adresse hier steht, den neuesten Hash des Registers und sonst nichts, und unterschreibt ihn mit der Zeit: So bezeugt ein Außenstehender, dass die Prognose vor dem Start bestand.</translation>
    </message>
    <message>
        <source>Official starting &amp;grids and measured weather from OpenF1</source>
        <translation>&amp;Offizielle Startaufstellungen und gemessenes Wetter von OpenF1</translation>
    </message>
    <message>
        <source>&amp;Weather forecast from Open-Meteo</source>
        <translation>Wettervorhersage von Open-&amp;Meteo</translation>
    </message>
    <message>
        <source>Freezing, data folder, sources and time stamps take effect at the next start.</source>
        <translation>Einfrieren, Datenordner, Quellen und Zeitstempel gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>CSV for &amp;Excel: semicolons, a byte order mark and the decimal sign of the language</source>
        <translation>CSV für &amp;Excel: Semikolons, Byte-Order-Mark und das Dezimalzeichen der Sprache</translation>
    </message>
    <message>
        <source>Under this name your picks stand in the league</source>
        <translation>Unter diesem Namen stehen Ihre Tipps in der Liga</translation>
    </message>
    <message>
        <source>&amp;My name as a player</source>
        <translation>Mein Name als Spieler</translation>
    </message>
    <message>
        <source>the newest race that has a result</source>
        <translation>neuestes Rennen mit Ergebnis</translation>
    </message>
    <message>
        <source>all races of its season</source>
        <translation>alle Rennen seiner Saison</translation>
    </message>
    <message>
        <source>all races</source>
        <translation>alle Rennen</translation>
    </message>
    <message>
        <source>What Hide results (Ctrl+H) leaves out of every page, figure and message</source>
        <translation>Was „Ergebnisse verbergen“ (Strg+H) aus jeder Seite, Zahl und Meldung auslässt</translation>
    </message>
    <message>
        <source>H&amp;ide results of</source>
        <translation>Ergebnisse verbergen</translation>
    </message>
</context>
<context>
    <name>parcferme::PreviewNotice</name>
    <message>
        <source>The freeze window is open: Predict locks a prediction.</source>
        <translation>Das Einfrierfenster ist offen: „Vorhersagen“ friert eine Prognose ein.</translation>
    </message>
    <message>
        <source>Freezing opens when the qualifying classification is published, about %1.</source>
        <translation>Das Einfrieren öffnet, sobald die Qualifying-Wertung veröffentlicht ist, etwa %1.</translation>
    </message>
    <message>
        <source>Freezing opens %1.</source>
        <translation>Das Einfrieren öffnet %1.</translation>
    </message>
    <message>
        <source>This is a preview and is not stored.</source>
        <translation>Das ist eine Vorschau; sie wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Qualifying should be published by now: Predict fetches it and locks a prediction.</source>
        <translation>Das Qualifying müsste inzwischen veröffentlicht sein: Vorhersagen holt es und friert eine Prognose ein.</translation>
    </message>
</context>
<context>
    <name>parcferme::RaceHeader</name>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>Sprint</translation>
    </message>
    <message>
        <source>Grand Prix</source>
        <translation>Grand Prix</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>parcferme::RaceListDelegate</name>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>parcferme::RaceListModel</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>in %1 T</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>Offen, %1</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht gewertet</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Nicht abgerufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>The freeze window is not open yet.</source>
        <translation>Das Einfrierfenster ist noch nicht offen.</translation>
    </message>
    <message>
        <source>The freeze window is open.</source>
        <translation>Das Einfrierfenster ist offen.</translation>
    </message>
    <message>
        <source>A live prediction waits for the result.</source>
        <translation>Eine Live-Prognose wartet auf das Ergebnis.</translation>
    </message>
    <message>
        <source>Live prediction, judged: mean error in positions.</source>
        <translation>Live-Prognose, gewertet: mittlerer Fehler in Plätzen.</translation>
    </message>
    <message>
        <source>Retrospective prediction, judged: mean error in positions.</source>
        <translation>Rückblickende Prognose, gewertet: mittlerer Fehler in Plätzen.</translation>
    </message>
    <message>
        <source>Retrospective prediction, not judged yet.</source>
        <translation>Rückblickende Prognose, noch nicht gewertet.</translation>
    </message>
    <message>
        <source>The program could have frozen a prediction and did not.</source>
        <translation>Das Programm hätte eine Prognose einfrieren können und tat es nicht.</translation>
    </message>
    <message>
        <source>Started, and nothing stored of its result.</source>
        <translation>Gestartet, und vom Ergebnis ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>There is a result, and no prediction.</source>
        <translation>Es gibt ein Ergebnis, aber keine Prognose.</translation>
    </message>
    <message>
        <source>Cancelled: a prediction is kept and not judged.</source>
        <translation>Abgesagt: Die Prognose bleibt und wird nicht gewertet.</translation>
    </message>
    <message>
        <source>Rd</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>MAE or state</source>
        <translation>MAE oder Status</translation>
    </message>
    <message>
        <source>State of the race; once judged the mean error in positions</source>
        <translation>Status des Rennens; nach der Wertung der mittlere Fehler in Plätzen</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Void: its live prediction was frozen after the start, as is known now.</source>
        <translation>Ungültig: Die Live-Vorhersage wurde nach dem Start eingefroren, wie man jetzt weiß.</translation>
    </message>
    <message>
        <source>Grand Prix: %1
Sprint: %2. %3</source>
        <translation>Grand Prix: %1
Sprint: %2. %3</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>parcferme::RaceListPanel</name>
    <message>
        <source>Races of the season</source>
        <translation>Rennen der Saison</translation>
    </message>
    <message>
        <source>Rd</source>
        <comment>round, as heading of the race list</comment>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>MAE or state</source>
        <translation>MAE oder Status</translation>
    </message>
</context>
<context>
    <name>parcferme::RacePage</name>
    <message>
        <source>Whose order</source>
        <translation>Wessen Reihenfolge</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>parcferme::RaceWords</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>Only the date of this race is known.</source>
        <translation>Von diesem Rennen ist nur das Datum bekannt.</translation>
    </message>
    <message>
        <source>Your time: %1</source>
        <translation>Deine Zeit: %1</translation>
    </message>
    <message>
        <source>At the track: %1</source>
        <translation>An der Strecke: %1</translation>
    </message>
    <message>
        <source>UTC: %1</source>
        <translation>UTC: %1</translation>
    </message>
    <message>
        <source>post-qualifying</source>
        <translation>nach dem Qualifying</translation>
    </message>
    <message>
        <source>t-minus</source>
        <translation>vor dem Start</translation>
    </message>
    <message>
        <source>Frozen, live</source>
        <translation>Eingefroren, live</translation>
    </message>
    <message>
        <source>Retrospective</source>
        <translation>Rückblickend</translation>
    </message>
    <message>
        <source>Preview, not stored</source>
        <translation>Vorschau, nicht gespeichert</translation>
    </message>
    <message>
        <source>Void: frozen after the start</source>
        <translation>Ungültig: nach dem Start eingefroren</translation>
    </message>
    <message>
        <source>%1, sprint</source>
        <translation>%1, Sprint</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>weniger als 1 min</translation>
    </message>
</context>
<context>
    <name>parcferme::RecordNote</name>
    <message>
        <source>In %1</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Over all these races</source>
        <translation>Über alle diese Rennen:</translation>
    </message>
    <message>
        <source>%1 the predicted order is better than the grid.</source>
        <translation>%1 Die vorhergesagte Reihenfolge ist besser als die Startaufstellung.</translation>
    </message>
    <message>
        <source>%1 the predicted order is not clearly better than the grid.</source>
        <translation>%1 Die vorhergesagte Reihenfolge ist nicht eindeutig besser als die Startaufstellung.</translation>
    </message>
    <message numerus="yes">
        <source>Mean error %1 against %2 over %n races, difference %3 (95 %: %4 to %5).</source>
        <translation>
            <numerusform>Mittlerer Fehler %1 gegenüber %2 über %n Rennen, Differenz %3 (95 %: %4 bis %5).</numerusform>
            <numerusform>Mittlerer Fehler %1 gegenüber %2 über %n Rennen, Differenz %3 (95 %: %4 bis %5).</numerusform>
        </translation>
    </message>
    <message>
        <source>Its probabilities score better (RPS %1 against %2).</source>
        <translation>Ihre Wahrscheinlichkeiten sind besser (RPS %1 gegenüber %2).</translation>
    </message>
    <message>
        <source>One race proves little.</source>
        <translation>Ein Rennen beweist wenig.</translation>
    </message>
    <message>
        <source>Mean error %1 positions against %2 of the grid order.</source>
        <translation>Mittlerer Fehler %1 Plätze gegenüber %2 der Startreihenfolge.</translation>
    </message>
    <message>
        <source>%1 the predicted order is worse than the grid.</source>
        <translation>%1 ist die vorhergesagte Reihenfolge schlechter als die Startaufstellung.</translation>
    </message>
    <message>
        <source>%1 the predicted order is no better than the grid, and not clearly worse.</source>
        <translation>%1 ist die vorhergesagte Reihenfolge nicht besser als die Startaufstellung, und nicht klar schlechter.</translation>
    </message>
    <message>
        <source>Its probabilities score worse (RPS %1 against %2).</source>
        <translation>Ihre Wahrscheinlichkeiten schneiden schlechter ab (RPS %1 gegen %2).</translation>
    </message>
    <message>
        <source>Its probabilities do not clearly score better or worse (RPS %1 against %2).</source>
        <translation>Ihre Wahrscheinlichkeiten schneiden weder klar besser noch klar schlechter ab (RPS %1 gegen %2).</translation>
    </message>
</context>
<context>
    <name>parcferme::RecordPage</name>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>Sieg</translation>
    </message>
    <message>
        <source>Podium</source>
        <translation>Podium</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Tables of the record</source>
        <translation>Tabellen der Bilanz</translation>
    </message>
    <message>
        <source>By season</source>
        <translation>Nach Saison</translation>
    </message>
    <message>
        <source>By race</source>
        <translation>Nach Rennen</translation>
    </message>
    <message>
        <source>All scores</source>
        <translation>Alle Kennzahlen</translation>
    </message>
    <message>
        <source>Bias by driver</source>
        <translation>Neigung je Fahrer</translation>
    </message>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n Fahrer</numerusform>
            <numerusform>%n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>hollow: under 10 races</source>
        <translation>hohl: unter 10 Rennen</translation>
    </message>
    <message>
        <source>No live prediction has been judged yet.</source>
        <translation>Noch keine Live-Prognose ist gewertet.</translation>
    </message>
    <message>
        <source>No prediction has been judged yet.</source>
        <translation>Noch keine Prognose ist gewertet.</translation>
    </message>
    <message>
        <source>The retrospective record is beside it.</source>
        <translation>Die rückblickende Bilanz steht daneben.</translation>
    </message>
    <message>
        <source>A backtest walks through the stored races and judges each forecast: it stores nothing and takes seconds.</source>
        <translation>Ein Backtest geht die gespeicherten Rennen durch und wertet jede Prognose: Er speichert nichts und dauert Sekunden.</translation>
    </message>
    <message>
        <source>Show retrospective</source>
        <translation>Rückblickende zeigen</translation>
    </message>
    <message>
        <source>Run backtest…</source>
        <translation>Backtest starten …</translation>
    </message>
    <message>
        <source>No such prediction has been judged yet.</source>
        <translation>Noch keine solche Prognose wurde bewertet.</translation>
    </message>
    <message>
        <source>Choose other seasons or another stage above.</source>
        <translation>Oben andere Saisons oder eine andere Grundlage wählen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, stage %2</source>
        <translation>%1, Grundlage %2</translation>
    </message>
    <message>
        <source>%1, stage %2, sprints</source>
        <translation>%1, Grundlage %2, Sprints</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>No picks of yours have been judged yet.</source>
        <translation>Noch kein Tipp von Ihnen wurde gewertet.</translation>
    </message>
    <message>
        <source>Lock an order before a race; once its result is there it is judged like the model&apos;s.</source>
        <translation>Vor einem Rennen eine Reihenfolge sperren; sobald das Ergebnis da ist, wird sie wie die des Modells gewertet.</translation>
    </message>
    <message>
        <source>Whose record</source>
        <translation>Wessen Bilanz</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>League</source>
        <translation>Liga</translation>
    </message>
    <message>
        <source>Races whose results are hidden are left out.</source>
        <translation>Rennen, deren Ergebnisse verborgen sind, bleiben außen vor.</translation>
    </message>
    <message>
        <source>Title odds</source>
        <translation>Titelchancen</translation>
    </message>
    <message>
        <source>The title odds of past seasons are being judged.</source>
        <translation>Die Titelchancen vergangener Saisons werden gerade bewertet.</translation>
    </message>
    <message>
        <source>Every season since 2010 is simulated again from four of its rounds: it takes some seconds.</source>
        <translation>Jede Saison seit 2010 wird von vier ihrer Rennen aus noch einmal durchgespielt: Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>MAE: mean error in positions, lower is better. Difference: minus the grid order&apos;s, paired over races, with its 95 % interval; blue is better than the grid, orange no better, grey unclear.</source>
        <translation>MAE: mittlerer Fehler in Plätzen, niedriger ist besser. Differenz: minus den der Startreihenfolge, über Rennen gepaart, mit 95-%-Intervall; Blau ist besser als die Startaufstellung, Orange nicht besser, Grau unklar.</translation>
    </message>
</context>
<context>
    <name>parcferme::RecordRacesModel</name>
    <message>
        <source>Model minus grid</source>
        <translation>Modell minus Startaufstellung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Skill so far, percent</source>
        <translation>Skill bisher, Prozent</translation>
    </message>
    <message>
        <source>95 % band: %1 to %2, %3 races</source>
        <translation>95-%-Band: %1 bis %2, %3 Rennen</translation>
    </message>
    <message>
        <source>Skill so far %</source>
        <translation>Skill bisher %</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Rd</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Mean error in positions of the grid order</source>
        <translation>Mittlerer Fehler in Plätzen der Startreihenfolge</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Model minus grid order; below 0 the model was closer</source>
        <translation>Modell minus Startreihenfolge; unter 0 war das Modell näher dran</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Whether the predicted winner won</source>
        <translation>Ob der vorhergesagte Sieger gewonnen hat</translation>
    </message>
    <message>
        <source>Podium %</source>
        <translation>Podium %</translation>
    </message>
    <message>
        <source>RPS</source>
        <translation>RPS</translation>
    </message>
    <message>
        <source>Grid RPS</source>
        <translation>RPS Start</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>Mittlerer Fehler</translation>
    </message>
    <message>
        <source>Mean error of the grid order</source>
        <translation>Mittlerer Fehler der Startreihenfolge</translation>
    </message>
    <message>
        <source>Podium right, percent</source>
        <translation>Podium richtig, Prozent</translation>
    </message>
    <message>
        <source>RPS of grid climatology</source>
        <translation>RPS der Startplatz-Klimatologie</translation>
    </message>
</context>
<context>
    <name>parcferme::RecordTools</name>
    <message>
        <source>Which predictions</source>
        <translation>Welche Prognosen</translation>
    </message>
    <message>
        <source>Retrospective</source>
        <translation>Rückblickend</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>Seasons</source>
        <translation>Saisons</translation>
    </message>
    <message>
        <source>Seasons of the record</source>
        <translation>Saisons der Bilanz</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Stage of the record</source>
        <translation>Grundlage der Bilanz</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Run bac&amp;ktest…</source>
        <translation>Bac&amp;ktest starten …</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Export the table that shows as CSV (Ctrl+E)</source>
        <translation>Die gezeigte Tabelle als CSV exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Retrospective, %1</source>
        <translation>Rückblickend, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n races</source>
        <translation>
            <numerusform>%n Rennen</numerusform>
            <numerusform>%n Rennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Live, %1</source>
        <translation>Live, %1</translation>
    </message>
    <message>
        <source>Backtest, %1</source>
        <translation>Backtest, %1</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions of the record</source>
        <translation>Sitzungen der Bilanz</translation>
    </message>
    <message>
        <source>Grands Prix</source>
        <translation>Grands Prix</translation>
    </message>
    <message>
        <source>Sprints</source>
        <translation>Sprints</translation>
    </message>
    <message>
        <source>Sprints are never mixed with Grands Prix</source>
        <translation>Sprints werden nie mit Grands Prix vermischt</translation>
    </message>
    <message>
        <source>Track record: %1 (%2)</source>
        <translation>Bilanz: %1 (%2)</translation>
    </message>
    <message>
        <source>Track record: %1, %2, stage %3</source>
        <translation>Bilanz: %1, %2, Grundlage %3</translation>
    </message>
    <message>
        <source>Track record: mine, %1</source>
        <translation>Bilanz: meine, %1</translation>
    </message>
</context>
<context>
    <name>parcferme::ReliabilityChart</name>
    <message>
        <source>Said: %1 % on average (%2 to %3 %)
Happened: %4 %, 95 % interval %5 to %6 %</source>
        <translation>Vorhergesagt: %1 % im Mittel (%2 bis %3 %)
Eingetroffen: %4 %, 95-%-Intervall %5 bis %6 %</translation>
    </message>
    <message>
        <source>%1 of %2 forecasts came true
The bars below are on a square-root scale.</source>
        <translation>%1 von %2 Prognosen trafen ein
Die Balken unten haben eine Quadratwurzel-Skala.</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>said against happened</source>
        <translation>vorhergesagt gegen eingetroffen</translation>
    </message>
    <message>
        <source>No judged forecasts</source>
        <translation>Keine gewerteten Prognosen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>calibration error (ECE) %1</source>
        <translation>Kalibrierungsfehler (ECE) %1</translation>
    </message>
    <message>
        <source>ECE %1</source>
        <translation>ECE %1</translation>
    </message>
    <message>
        <source>Reliability: %1</source>
        <translation>Zuverlässigkeit: %1</translation>
    </message>
</context>
<context>
    <name>parcferme::ReliabilityModel</name>
    <message>
        <source>Bin %</source>
        <translation>Klasse %</translation>
    </message>
    <message>
        <source>Forecasts between these chances</source>
        <translation>Prognosen zwischen diesen Chancen</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>Prognosen</translation>
    </message>
    <message>
        <source>How many forecasts fell into the bin</source>
        <translation>Wie viele Prognosen in die Klasse fielen</translation>
    </message>
    <message>
        <source>Said %</source>
        <translation>Vorherg. %</translation>
    </message>
    <message>
        <source>Their mean chance</source>
        <translation>Ihre mittlere Chance</translation>
    </message>
    <message>
        <source>Happened %</source>
        <translation>Eingetr. %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Of what happened (Wilson)</source>
        <translation>Des Eingetroffenen (Wilson)</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>How many came true</source>
        <translation>Wie viele eintrafen</translation>
    </message>
    <message>
        <source>Said, percent</source>
        <translation>Vorhergesagt, Prozent</translation>
    </message>
    <message>
        <source>Happened, percent</source>
        <translation>Eingetroffen, Prozent</translation>
    </message>
</context>
<context>
    <name>parcferme::RestoreDialog</name>
    <message>
        <source>Restore backup</source>
        <translation>Sicherung zurückspielen</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made every day that a prediction is stored, and before the database changes its form; the last seven are kept.</source>
        <translation>Es gibt noch keine Sicherung. Eine entsteht an jedem Tag, an dem eine Prognose gespeichert ist, und bevor die Datenbank ihre Form ändert; die letzten sieben bleiben.</translation>
    </message>
    <message>
        <source>The chosen copy takes the place of the database. The database of now is kept under a dated name beside it; what was stored since the copy is in it alone.</source>
        <translation>Die gewählte Kopie tritt an die Stelle der Datenbank. Die jetzige Datenbank bleibt unter einem Namen mit Datum daneben liegen; was seit der Kopie gespeichert wurde, steht nur in ihr.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Zurückspielen</translation>
    </message>
</context>
<context>
    <name>parcferme::ResultModel</name>
    <message>
        <source>Time in seconds: %1</source>
        <translation>Zeit in Sekunden: %1</translation>
    </message>
    <message>
        <source>Pit lane, or none</source>
        <translation>Boxengasse oder keiner</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Predicted position %1; %2 among those who started</source>
        <translation>Vorhergesagter Platz %1; %2 unter den Gestarteten</translation>
    </message>
    <message>
        <source>Finished as predicted</source>
        <translation>Wie vorhergesagt</translation>
    </message>
    <message>
        <source>Finished 1 place ahead of the prediction</source>
        <translation>1 Platz vor der Prognose im Ziel</translation>
    </message>
    <message numerus="yes">
        <source>Finished %n places ahead of the prediction</source>
        <translation>
            <numerusform>%n Platz vor der Prognose im Ziel</numerusform>
            <numerusform>%n Plätze vor der Prognose im Ziel</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished 1 place behind the prediction</source>
        <translation>1 Platz hinter der Prognose im Ziel</translation>
    </message>
    <message numerus="yes">
        <source>Finished %n places behind the prediction</source>
        <translation>
            <numerusform>%n Platz hinter der Prognose im Ziel</numerusform>
            <numerusform>%n Plätze hinter der Prognose im Ziel</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>80 % range: %1</source>
        <translation>80-%-Bereich: %1</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>Disqualifiziert</translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Did not qualify</source>
        <translation>Nicht qualifiziert</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Nicht gewertet</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Time or gap</source>
        <translation>Zeit oder Abstand</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Predicted position among those who started</source>
        <translation>Vorhergesagter Platz unter den Gestarteten</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Predicted minus official position: ▲ finished ahead of the prediction</source>
        <translation>Vorhergesagter minus offizieller Platz: ▲ kam vor der Prognose ins Ziel</translation>
    </message>
    <message>
        <source>Pos</source>
        <translation>Pl.</translation>
    </message>
    <message>
        <source>Official position</source>
        <translation>Offizieller Platz</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>In 80 %</source>
        <translation>In 80 %</translation>
    </message>
    <message>
        <source>Whether he finished inside his 80 % range</source>
        <translation>Ob er in seinem 80-%-Bereich ins Ziel kam</translation>
    </message>
    <message>
        <source>Predicted gap in seconds</source>
        <translation>Vorhergesagter Abstand in Sekunden</translation>
    </message>
    <message>
        <source>Right: so many laps behind</source>
        <translation>Richtig: so viele Runden zurück</translation>
    </message>
    <message>
        <source>Official minus predicted: %1 s</source>
        <translation>Offiziell minus vorhergesagt: %1 s</translation>
    </message>
    <message>
        <source>Predicted gap</source>
        <translation>Abstand vorhergesagt</translation>
    </message>
    <message>
        <source>Predicted gap to the winner; from one lap on, in laps</source>
        <translation>Vorhergesagter Abstand zum Sieger; ab einer Runde in Runden</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Gewertet</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>My place for him, among those who started</source>
        <translation>Mein Platz für ihn, unter den Gestarteten</translation>
    </message>
    <message>
        <source>My place minus the official one: ▲ finished ahead of it</source>
        <translation>Mein Platz minus dem offiziellen: ▲ kam weiter vorn an</translation>
    </message>
</context>
<context>
    <name>parcferme::ResultPage</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n Fahrer</numerusform>
            <numerusform>%n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision of the official result</source>
        <translation>Fassung des offiziellen Ergebnisses</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Revision %1, %2</source>
        <translation>Fassung %1, %2</translation>
    </message>
    <message>
        <source>Revision %1, bundled</source>
        <translation>Fassung %1, mitgeliefert</translation>
    </message>
    <message>
        <source> (newest)</source>
        <translation> (neueste)</translation>
    </message>
    <message>
        <source>Hide resu&amp;lts</source>
        <translation>Verber&amp;gen</translation>
    </message>
    <message>
        <source>A result, and every figure that it is part of, stays hidden until you reveal it (Ctrl+H). Of which races is chosen in Preferences.</source>
        <translation>Ein Ergebnis und jede Zahl, in der es steckt, bleiben verborgen, bis man es aufdeckt (Strg+H). Von welchen Rennen, steht in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>parcferme::ScoreChart</name>
    <message>
        <source>Model against its baselines</source>
        <translation>Modell und Vergleichsprognosen</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Noch nicht gewertet</translation>
    </message>
    <message>
        <source>this race, %1 starters</source>
        <translation>dieses Rennen, %1 Gestartete</translation>
    </message>
    <message>
        <source>mean of 1 race</source>
        <translation>Mittel aus 1 Rennen</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n races</source>
        <translation>
            <numerusform>Mittel aus %n Rennen</numerusform>
            <numerusform>Mittel aus %n Rennen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>kleiner ist besser</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>mehr ist besser</translation>
    </message>
</context>
<context>
    <name>parcferme::SeasonModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no better than the grid</source>
        <translation>nicht besser als die Startaufstellung</translation>
    </message>
    <message>
        <source>better than the grid</source>
        <translation>besser als die Startaufstellung</translation>
    </message>
    <message>
        <source>unclear, the interval holds 0</source>
        <translation>unklar, das Intervall enthält 0</translation>
    </message>
    <message>
        <source>Model minus grid: %1
95 % interval: %2 to %3
%4 races, paired: %5</source>
        <translation>Modell minus Startaufstellung: %1
95-%-Intervall: %2 bis %3
%4 Rennen, gepaart: %5</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Races judged</source>
        <translation>Gewertete Rennen</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Mean error in positions of the grid order</source>
        <translation>Mittlerer Fehler in Plätzen der Startreihenfolge</translation>
    </message>
    <message>
        <source>Difference, 95 %</source>
        <translation>Differenz, 95 %</translation>
    </message>
    <message>
        <source>Winner %</source>
        <translation>Sieger %</translation>
    </message>
    <message>
        <source>How often the predicted winner won</source>
        <translation>Wie oft der vorhergesagte Sieger gewann</translation>
    </message>
    <message>
        <source>Grid %</source>
        <translation>Start %</translation>
    </message>
    <message>
        <source>How often the first on the grid won</source>
        <translation>Wie oft der Erste der Startaufstellung gewann</translation>
    </message>
    <message>
        <source>Podium %</source>
        <translation>Podium %</translation>
    </message>
    <message>
        <source>How many of the first three were predicted</source>
        <translation>Wie viele der ersten drei vorhergesagt waren</translation>
    </message>
    <message>
        <source>How many of the first three were the first of the grid</source>
        <translation>Wie viele der ersten drei die ersten der Startaufstellung waren</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>Mittlerer Fehler</translation>
    </message>
    <message>
        <source>Mean error of the grid order</source>
        <translation>Mittlerer Fehler der Startreihenfolge</translation>
    </message>
    <message>
        <source>Winner right, percent</source>
        <translation>Sieger richtig, Prozent</translation>
    </message>
    <message>
        <source>Winner right by grid, percent</source>
        <translation>Sieger nach Startplatz richtig, Prozent</translation>
    </message>
    <message>
        <source>Podium right, percent</source>
        <translation>Podium richtig, Prozent</translation>
    </message>
    <message>
        <source>Podium right by grid, percent</source>
        <translation>Podium nach Startplatz richtig, Prozent</translation>
    </message>
    <message>
        <source>Model minus grid: %1
One race: too few for an interval</source>
        <translation>Modell minus Startreihenfolge: %1
Ein Rennen: zu wenig für ein Intervall</translation>
    </message>
    <message>
        <source>Model minus grid order, paired over races.</source>
        <translation>Modell minus Startreihenfolge, gepaart über Rennen.</translation>
    </message>
</context>
<context>
    <name>parcferme::SeasonPage</name>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>The season is being read and simulated.</source>
        <translation>Die Saison wird gelesen und simuliert.</translation>
    </message>
    <message>
        <source>No race of this season is here yet.</source>
        <translation>Von dieser Saison ist noch kein Rennen da.</translation>
    </message>
    <message>
        <source>Sync season fetches its calendar and results.</source>
        <translation>„Saison abrufen“ holt ihren Kalender und ihre Ergebnisse.</translation>
    </message>
    <message>
        <source>Sync season</source>
        <translation>Saison abrufen</translation>
    </message>
    <message>
        <source>The season cannot be shown.</source>
        <translation>Die Saison kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Standings hidden.</source>
        <translation>Tabelle verborgen.</translation>
    </message>
    <message>
        <source>They would show the result of %1.</source>
        <translation>Sie würde das Ergebnis von %1 zeigen.</translation>
    </message>
    <message>
        <source>Show before round 1</source>
        <translation>Stand vor Runde 1 zeigen</translation>
    </message>
    <message>
        <source>Show as of round %1</source>
        <translation>Stand nach Runde %1 zeigen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Changes under 0.1 are shown as 0. With fewer than 200 simulations in which it happens, nothing is shown.</source>
        <translation>Änderungen unter 0,1 stehen als 0. Geschieht es in weniger als 200 Simulationen, wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>Team points are those of both cars. A place in the top 3 counts at the end of the season.</source>
        <translation>Teampunkte sind die beider Autos. Ein Platz unter den ersten 3 zählt am Ende der Saison.</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Whose standings</source>
        <translation>Wessen Tabelle</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message numerus="yes">
        <source>%n drivers</source>
        <translation>
            <numerusform>%n Fahrer</numerusform>
            <numerusform>%n Fahrer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n Team</numerusform>
            <numerusform>%n Teams</numerusform>
        </translation>
    </message>
    <message>
        <source>As of which round</source>
        <translation>Stand nach welcher Runde</translation>
    </message>
    <message>
        <source>Nothing later than this round shows</source>
        <translation>Nichts Späteres als diese Runde ist zu sehen</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endstand</translation>
    </message>
    <message>
        <source>Title odds</source>
        <translation>Titelchancen</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
</context>
<context>
    <name>parcferme::SeasonPictures</name>
    <message>
        <source>Season %1</source>
        <translation>Saison %1</translation>
    </message>
    <message>
        <source>Track record %1</source>
        <translation>Bilanz %1</translation>
    </message>
    <message>
        <source>League %1</source>
        <translation>Liga %1</translation>
    </message>
</context>
<context>
    <name>parcferme::SeasonWords</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n races</source>
        <translation>
            <numerusform>%n Rennen</numerusform>
            <numerusform>%n Rennen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n sprints</source>
        <translation>
            <numerusform>%n Sprint</numerusform>
            <numerusform>%n Sprints</numerusform>
        </translation>
    </message>
    <message>
        <source>Live, before round 1</source>
        <translation>Live, vor Runde 1</translation>
    </message>
    <message>
        <source>Live, after round %1</source>
        <translation>Live, nach Runde %1</translation>
    </message>
    <message>
        <source>In retrospect, before round 1</source>
        <translation>Im Rückblick, vor Runde 1</translation>
    </message>
    <message>
        <source>In retrospect, as of round %1</source>
        <translation>Im Rückblick, Stand nach Runde %1</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endstand</translation>
    </message>
    <message numerus="yes">
        <source>%n races missing</source>
        <translation>
            <numerusform>%n Rennen fehlt</numerusform>
            <numerusform>%n Rennen fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results missing</source>
        <translation>
            <numerusform>%n Ergebnis fehlt</numerusform>
            <numerusform>%n Ergebnisse fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Before round 1, %1</source>
        <translation>Vor Runde 1, %1</translation>
    </message>
    <message>
        <source>After round %1, %2</source>
        <translation>Nach Runde %1, %2</translation>
    </message>
    <message>
        <source>%1, all run</source>
        <translation>%1, alle gefahren</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n points left</source>
        <translation>
            <numerusform>noch %n Punkt</numerusform>
            <numerusform>noch %n Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points left for a team</source>
        <translation>
            <numerusform>noch %n Punkt für ein Team</numerusform>
            <numerusform>noch %n Punkte für ein Team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drivers can still win</source>
        <translation>
            <numerusform>%n Fahrer kann noch gewinnen</numerusform>
            <numerusform>%n Fahrer können noch gewinnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams can still win</source>
        <translation>
            <numerusform>%n Team kann noch gewinnen</numerusform>
            <numerusform>%n Teams können noch gewinnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Odds by round were computed in retrospect.</source>
        <translation>Die Chancen je Runde sind im Rückblick berechnet.</translation>
    </message>
    <message>
        <source>Title odds by round were computed in retrospect, 10,000 simulations for each round.</source>
        <translation>Die Titelchancen je Runde sind im Rückblick berechnet, mit 10.000 Simulationen je Runde.</translation>
    </message>
    <message>
        <source>No odds: the model learns from 2006 on, and forecasts from 2008 on.</source>
        <translation>Keine Chancen: Das Modell lernt ab 2006 und sagt ab 2008 vorher.</translation>
    </message>
    <message>
        <source>Simulated %1 times from all results of the seasons before.</source>
        <translation>%1-mal simuliert aus allen Ergebnissen der Saisons davor.</translation>
    </message>
    <message>
        <source>Simulated %1 times, all results to %2, %3.</source>
        <translation>%1-mal simuliert, alle Ergebnisse bis %2, %3.</translation>
    </message>
    <message>
        <source>Simulated %1 times from all results to %2, %3.</source>
        <translation>%1-mal simuliert aus allen Ergebnissen bis %2, %3.</translation>
    </message>
    <message>
        <source>No grid is known yet: each race is forecast before qualifying.</source>
        <translation>Noch ist keine Startaufstellung bekannt: Jedes Rennen wird vor der Qualifikation vorhergesagt.</translation>
    </message>
    <message>
        <source>No grid is known yet: each race is forecast before qualifying, variances × %1.</source>
        <translation>Noch ist keine Startaufstellung bekannt: Jedes Rennen wird vor der Qualifikation vorhergesagt, Varianzen × %1.</translation>
    </message>
    <message>
        <source>%1’</source>
        <comment>possessive of a name in s</comment>
        <translation>%1’</translation>
    </message>
    <message>
        <source>%1’s</source>
        <comment>possessive</comment>
        <translation>%1s</translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation>Noch keine Punkte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1, champion by %2</source>
        <translation>%1, Meister mit %2 Vorsprung</translation>
    </message>
    <message>
        <source>%1, champion by more wins</source>
        <translation>%1, Meister durch mehr Siege</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>%1, %2 before the end</source>
        <translation>%1, %2 vor Schluss</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Gleichauf</translation>
    </message>
    <message>
        <source>%1 lead after round %2</source>
        <translation>%1 Vorsprung nach Runde %2</translation>
    </message>
    <message>
        <source>%1 lead over %2</source>
        <translation>%1 Vorsprung auf %2</translation>
    </message>
    <message>
        <source>Season %1</source>
        <translation>Saison %1</translation>
    </message>
    <message>
        <source>The standings are older than the season</source>
        <translation>Die Tabelle ist älter als die Saison</translation>
    </message>
    <message>
        <source>the sprint of %1</source>
        <translation>der Sprint von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n anderer</numerusform>
            <numerusform>%n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has been run and is not fetched.</source>
        <translation>%1 ist gefahren und nicht abgerufen.</translation>
    </message>
    <message>
        <source>%1 have been run and are not fetched.</source>
        <translation>%1 sind gefahren und nicht abgerufen.</translation>
    </message>
    <message>
        <source>The odds treat what is missing as still to come.</source>
        <translation>Für die Chancen gilt, was fehlt, als noch nicht gefahren.</translation>
    </message>
    <message>
        <source>The rules change this season.</source>
        <translation>In dieser Saison ändern sich die Regeln.</translation>
    </message>
    <message>
        <source>Strengths are those of last year with much less certainty. Expect the odds to move fast.</source>
        <translation>Die Stärken sind die des Vorjahrs, viel weniger sicher. Die Chancen werden sich schnell bewegen.</translation>
    </message>
    <message>
        <source>%1 is champion.</source>
        <translation>%1 ist Meister.</translation>
    </message>
    <message>
        <source>He leads by %1 points and %2 are left.</source>
        <translation>Er führt mit %1 Punkten, und %2 sind noch zu haben.</translation>
    </message>
    <message>
        <source>It leads by %1 points and %2 are left.</source>
        <translation>Es führt mit %1 Punkten, und %2 sind noch zu haben.</translation>
    </message>
    <message>
        <source>The teams’ title is decided too, since round %1.</source>
        <translation>Auch der Titel der Teams ist entschieden, seit Runde %1.</translation>
    </message>
    <message>
        <source>The drivers’ title is decided too, since round %1.</source>
        <translation>Auch der Titel der Fahrer ist entschieden, seit Runde %1.</translation>
    </message>
    <message>
        <source>It is certain since round %1.</source>
        <translation>Das steht seit Runde %1 fest.</translation>
    </message>
    <message>
        <source>%1 cannot win any more.</source>
        <translation>%1 kann nicht mehr gewinnen.</translation>
    </message>
    <message>
        <source>By a ruling of the sport.</source>
        <translation>Durch eine Entscheidung der Sportbehörde.</translation>
    </message>
    <message>
        <source>He is %1 behind and %2 are left.</source>
        <translation>Er liegt %1 zurück, und %2 sind noch zu haben.</translation>
    </message>
    <message>
        <source>It is %1 behind and %2 are left.</source>
        <translation>Es liegt %1 zurück, und %2 sind noch zu haben.</translation>
    </message>
    <message>
        <source>%1 leads by %2.</source>
        <translation>%1 führt mit %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n points are left.</source>
        <translation>
            <numerusform>%n Punkt ist noch zu haben.</numerusform>
            <numerusform>%n Punkte sind noch zu haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points are left for a team.</source>
        <translation>
            <numerusform>%n Punkt ist für ein Team noch zu haben.</numerusform>
            <numerusform>%n Punkte sind für ein Team noch zu haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can still win.</source>
        <translation>%1 kann noch gewinnen.</translation>
    </message>
    <message>
        <source>Of the %1 points left he needs at least %2 more than %3.</source>
        <translation>Von den %1 Punkten, die noch zu haben sind, braucht er mindestens %2 mehr als %3.</translation>
    </message>
    <message>
        <source>Of the %1 points left for a team it needs at least %2 more than %3.</source>
        <translation>Von den %1 Punkten, die für ein Team noch zu haben sind, braucht es mindestens %2 mehr als %3.</translation>
    </message>
    <message>
        <source>before round 1</source>
        <translation>vor Runde 1</translation>
    </message>
    <message>
        <source>round %1, %2</source>
        <translation>Runde %1, %2</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>the next sprint, %1</source>
        <translation>der nächste Sprint, %1</translation>
    </message>
    <message>
        <source>the next race, %1</source>
        <translation>das nächste Rennen, %1</translation>
    </message>
    <message>
        <source>is on the podium in %1</source>
        <comment>country or place</comment>
        <translation>steht auf dem Podium: %1</translation>
    </message>
    <message>
        <source>is on the podium in %1</source>
        <comment>the next race, ...</comment>
        <translation>steht auf dem Podium: %1</translation>
    </message>
    <message>
        <source>does not score in %1</source>
        <comment>country or place</comment>
        <translation>bleibt ohne Punkte: %1</translation>
    </message>
    <message>
        <source>does not score in %1</source>
        <comment>the next race, ...</comment>
        <translation>bleibt ohne Punkte: %1</translation>
    </message>
    <message>
        <source>wins in %1</source>
        <comment>country or place</comment>
        <translation>gewinnt: %1</translation>
    </message>
    <message>
        <source>wins %1</source>
        <comment>the next race, ...</comment>
        <translation>gewinnt: %1</translation>
    </message>
    <message>
        <source>Too rare to say.</source>
        <translation>Zu selten, um etwas zu sagen.</translation>
    </message>
    <message>
        <source>It happens in %1 of %2 simulations; %3 are needed.</source>
        <translation>Es geschieht in %1 von %2 Simulationen; %3 sind nötig.</translation>
    </message>
    <message>
        <source>his title chance is %1 %, not %2 %</source>
        <translation>seine Titelchance ist %1 %, nicht %2 %</translation>
    </message>
    <message>
        <source>%1 of %2 simulations</source>
        <translation>%1 von %2 Simulationen</translation>
    </message>
    <message>
        <source>Live, after the sprint of round %1</source>
        <translation>Live, nach dem Sprint der Runde %1</translation>
    </message>
    <message>
        <source>Simulated %1 times, all results to the sprint of %2.</source>
        <translation>%1-mal simuliert, alle Ergebnisse bis zum Sprint: %2.</translation>
    </message>
    <message>
        <source>Simulated %1 times from all results to the sprint of %2.</source>
        <translation>%1-mal simuliert aus allen Ergebnissen bis zum Sprint: %2.</translation>
    </message>
</context>
<context>
    <name>parcferme::Sentence</name>
    <message>
        <source>The bundled history was not found beside the program; only what the database holds is known.</source>
        <translation>Die mitgelieferten Daten früherer Saisons wurden neben dem Programm nicht gefunden; bekannt ist nur, was in der Datenbank steht.</translation>
    </message>
    <message>
        <source>%1 %2 is back in the calendar: %3.</source>
        <translation>%1 %2 ist zurück im Kalender: %3.</translation>
    </message>
    <message>
        <source>%1 %2 moved from %3 to %4.</source>
        <translation>%1 %2 wurde vom %3 auf den %4 verlegt.</translation>
    </message>
    <message>
        <source>%1 %2 is now round %3, before it was %4.</source>
        <translation>%1 %2 ist jetzt Lauf %3, zuvor war es Lauf %4.</translation>
    </message>
    <message>
        <source>%1 %2 is new in the calendar: %3.</source>
        <translation>%1 %2 ist neu im Kalender: %3.</translation>
    </message>
    <message>
        <source>%1 %2 is no longer in the calendar: cancelled. A prediction of it is kept and not judged.</source>
        <translation>%1 %2 steht nicht mehr im Kalender: abgesagt. Eine Prognose dafür bleibt und wird nicht gewertet.</translation>
    </message>
    <message>
        <source>It is not known yet who drives in %1 %2.</source>
        <translation>Noch ist nicht bekannt, wer bei %1 %2 fährt.</translation>
    </message>
    <message>
        <source>There is no race with the key %1.</source>
        <translation>Es gibt kein Rennen mit dem Schlüssel %1.</translation>
    </message>
    <message>
        <source>The forecast of %1 breaks a rule: %2. Nothing was stored.</source>
        <translation>Die Prognose für %1 verletzt eine Regel: %2. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 %2 is too early: the predictor needs the races from 2006 on to learn from, and forecasts from 2008 on.</source>
        <translation>%1 %2 ist zu früh: Das Modell lernt aus den Rennen ab 2006 und sagt ab 2008 voraus.</translation>
    </message>
    <message>
        <source>%1 was cancelled: there is nothing to predict.</source>
        <translation>%1 wurde abgesagt: Es gibt nichts vorherzusagen.</translation>
    </message>
    <message>
        <source>The machine&apos;s clock says %1, but something is already known from %2: no live prediction is made with a clock that is behind.</source>
        <translation>Die Uhr des Rechners sagt %1, aber es ist schon etwas von %2 bekannt: Mit einer Uhr, die nachgeht, entsteht keine Live-Prognose.</translation>
    </message>
    <message>
        <source>Set the clock; a preview is possible all the time.</source>
        <translation>Stell die Uhr; eine Vorschau geht jederzeit.</translation>
    </message>
    <message>
        <source>when the race&apos;s time is known</source>
        <translation>sobald die Zeit des Rennens bekannt ist</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>when the qualifying classification is published, about %1</source>
        <translation>sobald die Qualifying-Wertung veröffentlicht ist, etwa %1</translation>
    </message>
    <message>
        <source>%1 cannot be frozen yet: the window opens %2.</source>
        <translation>%1 lässt sich noch nicht einfrieren: Das Fenster öffnet %2.</translation>
    </message>
    <message>
        <source>Until then there is a preview.</source>
        <translation>Bis dahin gibt es eine Vorschau.</translation>
    </message>
    <message>
        <source>%1 %2 cannot be judged: fewer than three of the predicted drivers started.</source>
        <translation>%1 %2 lässt sich nicht werten: Weniger als drei der vorhergesagten Fahrer sind gestartet.</translation>
    </message>
    <message>
        <source>Stored baselines: </source>
        <translation>Gespeicherte Vergleichsprognosen: </translation>
    </message>
    <message>
        <source>This is not a ledger proof, or it is damaged.</source>
        <translation>Das ist kein Nachweis des Registers, oder er ist beschädigt.</translation>
    </message>
    <message>
        <source>No race of %1 is stored.</source>
        <translation>Von %1 ist kein Rennen gespeichert.</translation>
    </message>
    <message>
        <source>parcferme-cli refresh %1 fetches the calendar.</source>
        <translation>parcferme-cli refresh %1 holt den Kalender.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several races of %2: %3.</source>
        <translation>„%1“ passt auf mehrere Rennen von %2: %3.</translation>
    </message>
    <message>
        <source>No race of %1 is called &quot;%2&quot;. There are: %3.</source>
        <translation>Kein Rennen von %1 heißt „%2“. Es gibt: %3.</translation>
    </message>
    <message>
        <source>The file was left as it is. Move it away, with its -wal and -shm beside it, </source>
        <translation>Die Datei blieb, wie sie ist. Verschieb sie, mit -wal und -shm daneben, </translation>
    </message>
    <message>
        <source>and put the newest good backup, %1, in its place.</source>
        <translation>und leg die neueste gute Sicherung, %1, an ihre Stelle.</translation>
    </message>
    <message>
        <source>to start with a new database; there is no good backup.</source>
        <translation>um mit einer neuen Datenbank zu beginnen; es gibt keine gute Sicherung.</translation>
    </message>
    <message>
        <source>Prediction %1: %2</source>
        <translation>Prognose %1: %2</translation>
    </message>
    <message>
        <source>Prediction %1: it has %2 entries, forecast again %3.</source>
        <translation>Prognose %1: Sie hat %2 Einträge, nachgerechnet %3.</translation>
    </message>
    <message>
        <source>Prediction %1: %2 of %3 comes out different when it is forecast again from its snapshot.</source>
        <translation>Prognose %1: %2 von %3 kommt anders heraus, wenn sie aus ihrer Momentaufnahme nachgerechnet wird.</translation>
    </message>
    <message>
        <source>Prediction %1: confidence, coverage or imputed inputs come out different when it is forecast again from its snapshot.</source>
        <translation>Prognose %1: Konfidenz, Abdeckung oder ergänzte Daten kommen anders heraus, wenn sie aus ihrer Momentaufnahme nachgerechnet wird.</translation>
    </message>
    <message>
        <source>Offline: the source was not asked; what is stored serves.</source>
        <translation>Offline: Die Quelle wurde nicht gefragt; es gilt, was gespeichert ist.</translation>
    </message>
    <message>
        <source>The source could not be reached: %1 What is stored serves.</source>
        <translation>Die Quelle war nicht erreichbar: %1 Es gilt, was gespeichert ist.</translation>
    </message>
    <message>
        <source>The source did not answer; its answer of %1 serves.</source>
        <translation>Die Quelle hat nicht geantwortet; es gilt ihre Antwort vom %1.</translation>
    </message>
    <message>
        <source>The source has rows of a race at %1 on %2 that is not in the calendar; they were left out.</source>
        <translation>Die Quelle hat Zeilen eines Rennens in %1 am %2, das nicht im Kalender steht; sie wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 has started: its grid is no longer entered by hand.</source>
        <translation>%1 hat begonnen: Die Startaufstellung wird nicht mehr von Hand eingegeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not entered in %2.</source>
        <translation>„%1“ ist für %2 nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 or his place stands twice in the grid.</source>
        <translation>%1 oder sein Platz steht zweimal in der Startaufstellung.</translation>
    </message>
    <message>
        <source>The span from %1 to %2 is empty.</source>
        <translation>Die Spanne von %1 bis %2 ist leer.</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>The backtest was stopped.</source>
        <translation>Der Backtest wurde angehalten.</translation>
    </message>
    <message>
        <source>No race from %1 to %2 can be forecast: forecasts begin in 2008 and need a result.</source>
        <translation>Kein Rennen von %1 bis %2 lässt sich vorhersagen: Prognosen beginnen 2008 und brauchen ein Ergebnis.</translation>
    </message>
    <message>
        <source>No race is stored.</source>
        <translation>Kein Rennen ist gespeichert.</translation>
    </message>
    <message>
        <source>Refresh fetches the calendar.</source>
        <translation>„Auffrischen“ holt den Kalender.</translation>
    </message>
    <message>
        <source>Sync the result first.</source>
        <translation>Ruf zuerst das Ergebnis ab.</translation>
    </message>
    <message>
        <source>%1 %2 has no official result yet.</source>
        <translation>%1 %2 hat noch kein offizielles Ergebnis.</translation>
    </message>
    <message>
        <source>There is no prediction of this race, so nothing was judged.</source>
        <translation>Es gibt keine Prognose für dieses Rennen, daher wurde nichts gewertet.</translation>
    </message>
    <message>
        <source>%1 is complete and final; the source was not asked again.</source>
        <translation>%1 ist vollständig und endgültig; die Quelle wurde nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>The database is not open.</source>
        <translation>Die Datenbank ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Evaluation %1</source>
        <translation>Wertung %1</translation>
    </message>
    <message>
        <source>%1: its result revision %2 is not stored.</source>
        <translation>%1: Die Fassung %2 ihres Ergebnisses ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1: fewer than three predicted drivers started.</source>
        <translation>%1: Weniger als drei vorhergesagte Fahrer sind gestartet.</translation>
    </message>
    <message>
        <source>%1: %2 comes out different when it is computed again.</source>
        <translation>%1: %2 kommt anders heraus, wenn nachgerechnet wird.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Evaluation %1: its prediction is missing.</source>
        <translation>Wertung %1: Ihre Prognose fehlt.</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prognosen</translation>
    </message>
    <message>
        <source>The proof of %1 (%2 predictions) does not fit</source>
        <translation>Der Nachweis von %1 (%2 Prognosen) passt nicht</translation>
    </message>
    <message>
        <source>%1: the ledger holds only %2 now.</source>
        <translation>%1: Das Register enthält jetzt nur %2.</translation>
    </message>
    <message>
        <source>%1: prediction %2 has another hash now, so it or one before it was replaced.</source>
        <translation>%1: Prognose %2 hat jetzt einen anderen Hash, also wurde sie oder eine davor ersetzt.</translation>
    </message>
    <message>
        <source>The cache entry is damaged: %1.</source>
        <translation>Der Cache-Eintrag ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>it has another format</source>
        <translation>er hat ein anderes Format</translation>
    </message>
    <message>
        <source>its checksum does not fit</source>
        <translation>seine Prüfsumme passt nicht</translation>
    </message>
    <message>
        <source>its head is incomplete</source>
        <translation>sein Kopf ist unvollständig</translation>
    </message>
    <message>
        <source>its size does not fit</source>
        <translation>seine Größe passt nicht</translation>
    </message>
    <message>
        <source>refuses to answer</source>
        <translation>verweigert die Antwort</translation>
    </message>
    <message>
        <source>does not know this address</source>
        <translation>kennt diese Adresse nicht</translation>
    </message>
    <message>
        <source>asks to send fewer requests</source>
        <translation>bittet um weniger Anfragen</translation>
    </message>
    <message>
        <source>has a fault of its own</source>
        <translation>hat selbst eine Störung</translation>
    </message>
    <message>
        <source>gave an answer that is no data</source>
        <translation>gab eine Antwort ohne Daten</translation>
    </message>
    <message>
        <source>There is no network, or no way to %1 (%2).</source>
        <translation>Es gibt kein Netz oder keinen Weg zu %1 (%2).</translation>
    </message>
    <message>
        <source>%1 takes no connections.</source>
        <translation>%1 nimmt keine Verbindungen an.</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 did not answer completely within %2 seconds.</source>
        <translation>%1 hat nicht innerhalb von %2 Sekunden vollständig geantwortet.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure (%2).</source>
        <translation>Die Verbindung zu %1 ist nicht sicher (%2).</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB and was not read on.</source>
        <translation>Die Antwort von %1 ist größer als %2 MB und wurde nicht weiter gelesen.</translation>
    </message>
    <message>
        <source>The answer of %1 came damaged and could not be unpacked.</source>
        <translation>Die Antwort von %1 kam beschädigt an und ließ sich nicht entpacken.</translation>
    </message>
    <message>
        <source>The folder could not be made.</source>
        <translation>Der Ordner ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <source>is no date</source>
        <translation>ist kein Datum</translation>
    </message>
    <message>
        <source>is no time of day</source>
        <translation>ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>is no lap time</source>
        <translation>ist keine Rundenzeit</translation>
    </message>
    <message>
        <source>The source answered with a web page instead of data.</source>
        <translation>Die Quelle hat mit einer Webseite statt mit Daten geantwortet.</translation>
    </message>
    <message>
        <source>A network that asks for a login does that.</source>
        <translation>Das tut ein Netz, das eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>The source&apos;s answer is damaged: %1.</source>
        <translation>Die Antwort der Quelle ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>is %1, but the page is empty</source>
        <translation>ist %1, aber die Seite ist leer</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is none of 1, 2, ..., R, D, W, F, E, N</source>
        <translation>ist nichts von 1, 2, ..., R, D, W, F, E, N</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>What had arrived is kept.</source>
        <translation>Was angekommen war, bleibt.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Qualifying</source>
        <translation>Qualifying</translation>
    </message>
    <message>
        <source>Sprints</source>
        <translation>Sprints</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>%1: the list changed while it was read.</source>
        <translation>%1: Die Liste hat sich beim Lesen geändert.</translation>
    </message>
    <message>
        <source>Nothing of it was used; try again later.</source>
        <translation>Nichts davon wurde verwendet; versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>%1: not in the cache, and the network is not asked (offline).</source>
        <translation>%1: nicht im Cache, und das Netz wird nicht gefragt (offline).</translation>
    </message>
    <message>
        <source>The source says &quot;unchanged&quot; to a first question.</source>
        <translation>Die Quelle sagt „unverändert“ auf eine erste Frage.</translation>
    </message>
    <message>
        <source>Nothing of it was used.</source>
        <translation>Nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>is no list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <source>has an element that is no object</source>
        <translation>hat ein Element, das kein Objekt ist</translation>
    </message>
    <message>
        <source>is null</source>
        <translation>ist null</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is %1 characters long; at most %2 are right</source>
        <translation>ist %1 Zeichen lang; höchstens %2 sind richtig</translation>
    </message>
    <message>
        <source>contains control characters</source>
        <translation>enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is no id</source>
        <translation>ist keine Kennung</translation>
    </message>
    <message>
        <source>is %1; it must be a whole number</source>
        <translation>ist %1; es muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is %1; %2 to %3 is right</source>
        <translation>ist %1; %2 bis %3 ist richtig</translation>
    </message>
    <message>
        <source>The source answered with round %1 of %2, asked for %3 of %4.</source>
        <translation>Die Quelle hat mit Lauf %1 von %2 geantwortet, gefragt war %3 von %4.</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>the season</source>
        <translation>die Saison</translation>
    </message>
    <message>
        <source>The source answered with rows from %1 on, asked for %2.</source>
        <translation>Die Quelle hat mit Zeilen ab %1 geantwortet, gefragt waren welche ab %2.</translation>
    </message>
    <message>
        <source>The source cuts its list into more than %1 pages.</source>
        <translation>Die Quelle teilt ihre Liste in mehr als %1 Seiten.</translation>
    </message>
    <message>
        <source>%1 of %2, round %3</source>
        <translation>%1 %2, Lauf %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>round %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>The source&apos;s answer is incomplete: %1 of %2 rows came.</source>
        <translation>Die Antwort der Quelle ist unvollständig: %1 von %2 Zeilen kamen an.</translation>
    </message>
    <message>
        <source>The source names two different races as %1.</source>
        <translation>Die Quelle nennt zwei verschiedene Rennen %1.</translation>
    </message>
    <message>
        <source>The source&apos;s result of %1 has nobody at place %2.</source>
        <translation>Im Ergebnis der Quelle für %1 steht niemand auf Platz %2.</translation>
    </message>
    <message>
        <source>%1 redirects to nowhere.</source>
        <translation>%1 leitet ins Nichts weiter.</translation>
    </message>
    <message>
        <source>%1 redirects more than %2 times.</source>
        <translation>%1 leitet mehr als %2-mal weiter.</translation>
    </message>
    <message>
        <source>It asks to wait %1 seconds.</source>
        <translation>Sie bittet, %1 Sekunden zu warten.</translation>
    </message>
    <message>
        <source>This hour&apos;s requests to the source are used up; the next is possible at %1 UTC.</source>
        <translation>Die Anfragen dieser Stunde an die Quelle sind verbraucht; die nächste geht um %1 UTC.</translation>
    </message>
    <message>
        <source>%1 is not asked: only https is, and http on this machine itself.</source>
        <translation>%1 wird nicht gefragt: nur https, und http auf diesem Rechner selbst.</translation>
    </message>
    <message>
        <source>The source redirects from https to %1; that is not followed.</source>
        <translation>Die Quelle leitet von https auf %1 weiter; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 could not be replaced.</source>
        <translation>%1 ließ sich nicht ersetzen.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 ließ sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 ist zu groß.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; it must be %3.</source>
        <translation>%1 ist „%2“; richtig wäre %3.</translation>
    </message>
    <message>
        <source>post_qualifying or t-minus</source>
        <translation>post_qualifying oder t-minus</translation>
    </message>
    <message>
        <source>a whole number of minutes from 1 to 10080</source>
        <translation>eine ganze Zahl von Minuten von 1 bis 10080</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no freeze policy.</source>
        <translation>„%1“ ist keine Einfrierregel.</translation>
    </message>
    <message>
        <source>Prediction %1: it is marked %2, but the race started at %3 and the clocks of its snapshot say %4.</source>
        <translation>Prognose %1: Sie ist als %2 gekennzeichnet, aber das Rennen begann um %3, und die Uhren ihres Schnappschusses sagen %4.</translation>
    </message>
    <message>
        <source>There is no backup %1.</source>
        <translation>Es gibt keine Sicherung %1.</translation>
    </message>
    <message>
        <source>The database %1 is on a server, whose own backup keeps it safe.</source>
        <translation>Die Datenbank %1 liegt auf einem Server, dessen eigene Sicherung sie schützt.</translation>
    </message>
    <message>
        <source>Ask who runs it to restore that. Nothing was changed.</source>
        <translation>Bitte seinen Betreiber, diese zurückzuspielen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 could not be moved to %2.</source>
        <translation>%1 ließ sich nicht nach %2 verschieben.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>Prüfe die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The backup %1 could not be copied to %2.</source>
        <translation>Die Sicherung %1 ließ sich nicht nach %2 kopieren.</translation>
    </message>
    <message>
        <source>The database is as it was.</source>
        <translation>Die Datenbank ist, wie sie war.</translation>
    </message>
    <message>
        <source>Another program (process %1) has %2 open.</source>
        <translation>Ein anderes Programm (Prozess %1) hat %2 geöffnet.</translation>
    </message>
    <message>
        <source>Close it and try again. Nothing was changed.</source>
        <translation>Schließe es und versuche es noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver %1 for the database %2 is missing.</source>
        <translation>Qts Treiber %1 für die Datenbank %2 fehlt.</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>Installiere das Paket %1.</translation>
    </message>
    <message>
        <source>The bundled history %1 is damaged (%2).</source>
        <translation>Die mitgelieferte Historie %1 ist beschädigt (%2).</translation>
    </message>
    <message>
        <source>Nothing was changed; what is stored stays usable. Install the program again.</source>
        <translation>Nichts wurde geändert; was gespeichert ist, bleibt nutzbar. Installiere das Programm noch einmal.</translation>
    </message>
    <message>
        <source>The bundled history %1 is missing.</source>
        <translation>Die mitgelieferte Historie %1 fehlt.</translation>
    </message>
    <message>
        <source>The program works with what is stored. Install it again to have the past seasons.</source>
        <translation>Das Programm arbeitet mit dem, was gespeichert ist. Installiere es noch einmal, um die vergangenen Saisons zu haben.</translation>
    </message>
    <message>
        <source>Prediction %1 does not fit: %2.</source>
        <translation>Prognose %1 passt nicht: %2.</translation>
    </message>
    <message>
        <source>an entry&apos;s id is not that of its position</source>
        <translation>die Nummer eines Eintrags ist nicht die seines Platzes</translation>
    </message>
    <message>
        <source>it is missing, the next is %1</source>
        <translation>sie fehlt, die nächste ist %1</translation>
    </message>
    <message>
        <source>its previous hash is not the hash of the one before</source>
        <translation>ihr Vorgänger-Hash ist nicht der Hash der Prognose davor</translation>
    </message>
    <message>
        <source>its hash is not that of its snapshot and entries</source>
        <translation>ihr Hash ist nicht der ihres Schnappschusses und ihrer Einträge</translation>
    </message>
    <message>
        <source>its snapshot cannot be read</source>
        <translation>ihr Schnappschuss lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its column %1 is not what the snapshot says</source>
        <translation>ihre Spalte %1 ist nicht, was der Schnappschuss sagt</translation>
    </message>
    <message>
        <source>there are entries, but no prediction</source>
        <translation>es gibt Einträge, aber keine Prognose</translation>
    </message>
    <message>
        <source>Schema migration %1 is missing.</source>
        <translation>Der Schemaschritt %1 fehlt.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version of the program (schema %2; this one knows up to %3).</source>
        <translation>Die Datenbank %1 wurde von einer neueren Version des Programms geschrieben (Schema %2; diese kennt bis %3).</translation>
    </message>
    <message>
        <source>It was left as it is. Update the program, or choose another database.</source>
        <translation>Sie blieb, wie sie ist. Aktualisiere das Programm, oder wähle eine andere Datenbank.</translation>
    </message>
    <message>
        <source>The backup %1 could not be written.</source>
        <translation>Die Sicherung %1 ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Schema migration %1 failed.</source>
        <translation>Der Schemaschritt %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used: %2.</source>
        <translation>Die Datenbank %1 ist nicht nutzbar: %2.</translation>
    </message>
    <message>
        <source>The database server of %1 refused the user or the password.</source>
        <translation>Der Datenbankserver von %1 hat Benutzer oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Check both in DATABASE_URL or --database. Nothing was changed.</source>
        <translation>Prüfe beides in DATABASE_URL oder --database. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database %1 does not exist on its server.</source>
        <translation>Die Datenbank %1 gibt es auf ihrem Server nicht.</translation>
    </message>
    <message>
        <source>Create it there, with the encoding UTF8 (createdb), or choose another one.</source>
        <translation>Lege sie dort mit der Kodierung UTF8 an (createdb), oder wähle eine andere.</translation>
    </message>
    <message>
        <source>The database server of %1 and this program do not agree on TLS: %2.</source>
        <translation>Der Datenbankserver von %1 und dieses Programm einigen sich nicht über TLS: %2.</translation>
    </message>
    <message>
        <source>Check sslmode and sslrootcert in DATABASE_URL or --database. Nothing was sent.</source>
        <translation>Prüfe sslmode und sslrootcert in DATABASE_URL oder --database. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The database server of %1 cannot be reached: %2.</source>
        <translation>Der Datenbankserver von %1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that it runs and that the address is right, then try again.</source>
        <translation>Nichts wurde geändert. Prüfe, ob er läuft und die Adresse stimmt, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>its encoding is %1</source>
        <translation>ihre Kodierung ist %1</translation>
    </message>
    <message>
        <source>Create it anew with the encoding UTF8.</source>
        <translation>Lege sie mit der Kodierung UTF8 neu an.</translation>
    </message>
    <message>
        <source>its server is PostgreSQL %1</source>
        <translation>ihr Server ist PostgreSQL %1</translation>
    </message>
    <message>
        <source>PostgreSQL %1 or newer is needed.</source>
        <translation>Nötig ist PostgreSQL %1 oder neuer.</translation>
    </message>
    <message>
        <source>the user may use none of its schemas</source>
        <translation>der Benutzer darf keines ihrer Schemas nutzen</translation>
    </message>
    <message>
        <source>Another program has kept the database %1 busy for half a minute.</source>
        <translation>Ein anderes Programm hält die Datenbank %1 seit einer halben Minute belegt.</translation>
    </message>
    <message>
        <source>Nothing was changed. Close the other program, or try again.</source>
        <translation>Nichts wurde geändert. Schließe das andere Programm, oder versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost: %2.</source>
        <translation>Die Verbindung zur Datenbank %1 ging verloren: %2.</translation>
    </message>
    <message>
        <source>What was under way was not stored. Try again: what is stored already is not stored twice.</source>
        <translation>Was gerade lief, wurde nicht gespeichert. Versuche es noch einmal: Was schon gespeichert ist, wird nicht doppelt gespeichert.</translation>
    </message>
    <message>
        <source>The server of the database %1 has run out of something: %2.</source>
        <translation>Dem Server der Datenbank %1 ist etwas ausgegangen: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Its administrator knows what to do.</source>
        <translation>Nichts wurde geändert. Sein Verwalter weiß, was zu tun ist.</translation>
    </message>
    <message>
        <source>The database %1 does not let this user do that: %2.</source>
        <translation>Die Datenbank %1 erlaubt diesem Benutzer das nicht: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. The user must own the database, or be granted CREATE and USAGE on its schema.</source>
        <translation>Nichts wurde geändert. Dem Benutzer muss die Datenbank gehören, oder er braucht CREATE und USAGE auf ihrem Schema.</translation>
    </message>
    <message>
        <source>The server of the database %1 reports damage: %2.</source>
        <translation>Der Server der Datenbank %1 meldet einen Schaden: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Restore the server&apos;s own backup.</source>
        <translation>Nichts wurde geändert. Spiele die eigene Sicherung des Servers zurück.</translation>
    </message>
    <message>
        <source>The database %1 refused: %2.</source>
        <translation>Die Datenbank %1 hat abgelehnt: %2.</translation>
    </message>
    <message>
        <source>it belongs to another program</source>
        <translation>sie gehört einem anderen Programm</translation>
    </message>
    <message>
        <source>It was left as it is. Create a database for this program alone.</source>
        <translation>Sie blieb, wie sie ist. Lege eine Datenbank für dieses Programm allein an.</translation>
    </message>
    <message>
        <source>Ask who runs it, or see pg_dump. parcferme-cli copy --to sqlite:///FILE writes a whole copy to a file.</source>
        <translation>Frag seinen Betreiber, oder sieh dir pg_dump an. parcferme-cli copy --to sqlite:///DATEI schreibt eine ganze Kopie in eine Datei.</translation>
    </message>
    <message>
        <source>The database %1 is damaged: a row of %2 refers to nothing.</source>
        <translation>Die Datenbank %1 ist beschädigt: Eine Zeile von %2 verweist auf nichts.</translation>
    </message>
    <message>
        <source>It was left as it is. Restore the server&apos;s own backup.</source>
        <translation>Sie blieb, wie sie ist. Spiele die eigene Sicherung des Servers zurück.</translation>
    </message>
    <message>
        <source>A preview is not stored.</source>
        <translation>Eine Vorschau wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>A prediction without a single driver is none.</source>
        <translation>Eine Prognose ohne einen einzigen Fahrer ist keine.</translation>
    </message>
    <message>
        <source>The snapshot is not canonical JSON.</source>
        <translation>Der Schnappschuss ist kein kanonisches JSON.</translation>
    </message>
    <message>
        <source>The snapshot is not that of this prediction.</source>
        <translation>Der Schnappschuss ist nicht der dieser Prognose.</translation>
    </message>
    <message>
        <source>The entries of a prediction are not in the order of their positions.</source>
        <translation>Die Einträge einer Prognose stehen nicht in der Reihenfolge ihrer Plätze.</translation>
    </message>
    <message>
        <source>There is no prediction with the id %1.</source>
        <translation>Es gibt keine Prognose mit der Nummer %1.</translation>
    </message>
    <message>
        <source>There is no race with the id %1.</source>
        <translation>Es gibt kein Rennen mit der Nummer %1.</translation>
    </message>
    <message>
        <source>A result without a single row is none.</source>
        <translation>Ein Ergebnis ohne eine einzige Zeile ist keines.</translation>
    </message>
    <message>
        <source>The file was left as it is. Restore a backup, or move it away to start with an empty database.</source>
        <translation>Die Datei blieb, wie sie ist. Spiele eine Sicherung zurück, oder leg sie beiseite, um mit einer leeren Datenbank zu beginnen.</translation>
    </message>
    <message>
        <source>The database %1 is damaged: %2.</source>
        <translation>Die Datenbank %1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2.</source>
        <translation>Die Datenbank %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Choose another file with DATABASE_URL or --database.</source>
        <translation>Wähle eine andere Datei mit DATABASE_URL oder --database.</translation>
    </message>
    <message>
        <source>%1 is not a database, or its header is damaged.</source>
        <translation>%1 ist keine Datenbank, oder der Kopf der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>it ends within its header</source>
        <translation>sie endet innerhalb ihres Kopfes</translation>
    </message>
    <message>
        <source>it is cut off at %1 of %2 bytes</source>
        <translation>sie ist nach %1 von %2 Bytes abgeschnitten</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>der Ordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation>der Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>%1 %2 is not possible here (it stays &quot;%3&quot;)</source>
        <translation>%1 %2 ist hier nicht möglich (es bleibt „%3“)</translation>
    </message>
    <message>
        <source>The disk is full: the database %1 cannot grow.</source>
        <translation>Der Datenträger ist voll: Die Datenbank %1 kann nicht wachsen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Free some space and try again.</source>
        <translation>Nichts wurde geändert. Schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read or written: %2.</source>
        <translation>Die Datenbank %1 lässt sich nicht lesen oder schreiben: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the disk and the permissions of the folder.</source>
        <translation>Nichts wurde geändert. Prüfe den Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The database %1 could not be backed up to %2.</source>
        <translation>Die Datenbank %1 ließ sich nicht nach %2 sichern.</translation>
    </message>
    <message>
        <source>a row of %1 refers to nothing</source>
        <translation>eine Zeile von %1 verweist auf nichts</translation>
    </message>
    <message>
        <source>A step of the change to %1 failed.</source>
        <translation>Ein Schritt der Änderung an %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no database address (%2); it must be sqlite:///file, sqlite:////absolute/file or postgresql://user:password@host:port/name, with special characters of user and password percent-encoded.</source>
        <translation>„%1“ ist keine Adresse einer Datenbank (%2); richtig ist sqlite:///datei, sqlite:////absolute/datei oder postgresql://benutzer:passwort@rechner:port/name, mit prozentkodierten Sonderzeichen in Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>sslmode must be one of </source>
        <translation>sslmode muss eines sein von </translation>
    </message>
    <message>
        <source>after the ? only sslmode and sslrootcert are known, not &quot;%1&quot;</source>
        <translation>nach dem ? sind nur sslmode und sslrootcert bekannt, nicht „%1“</translation>
    </message>
    <message>
        <source>sslrootcert must be the file of a certificate, without a semicolon in its name</source>
        <translation>sslrootcert muss die Datei eines Zertifikats sein, ohne Semikolon im Namen</translation>
    </message>
    <message>
        <source>it begins with neither sqlite:/// nor postgresql://</source>
        <translation>sie beginnt weder mit sqlite:/// noch mit postgresql://</translation>
    </message>
    <message>
        <source>it cannot be parsed</source>
        <translation>sie lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation>sie nennt keinen Rechner</translation>
    </message>
    <message>
        <source>its port must be from 1 to 65535</source>
        <translation>ihr Port muss zwischen 1 und 65535 liegen</translation>
    </message>
    <message>
        <source>it names no database, or more than one</source>
        <translation>sie nennt keine Datenbank, oder mehr als eine</translation>
    </message>
    <message>
        <source>it contains %00</source>
        <translation>sie enthält %00</translation>
    </message>
    <message>
        <source>%1 is wrong: %2</source>
        <translation>%1 ist falsch: %2</translation>
    </message>
    <message>
        <source>it names no file</source>
        <translation>sie nennt keine Datei</translation>
    </message>
    <message>
        <source>There is no way to %1: OpenSSL, or Qt&apos;s plugin for it, is not to be found on this system.</source>
        <translation>Es gibt keinen Weg zu %1: OpenSSL oder Qts Erweiterung dafür ist auf diesem System nicht zu finden.</translation>
    </message>
    <message>
        <source>Who answers as %1 cannot be checked: this system has no list of trusted certificates (/etc/ssl/certs; Debian&apos;s package is ca-certificates).</source>
        <translation>Wer als %1 antwortet, ist nicht zu prüfen: Dieses System hat keine Liste vertrauenswürdiger Zertifikate (/etc/ssl/certs; das Debian-Paket heißt ca-certificates).</translation>
    </message>
    <message>
        <source>This system has no time zones (%1; Debian&apos;s package is tzdata): all times are UTC.</source>
        <translation>Dieses System hat keine Zeitzonen (%1; das Debian-Paket heißt tzdata): Alle Zeiten sind UTC.</translation>
    </message>
    <message>
        <source>This source does not give that.</source>
        <translation>Das gibt diese Quelle nicht.</translation>
    </message>
    <message>
        <source>This minute&apos;s requests to the source are used up; the next is possible at %1 UTC.</source>
        <translation>Die Anfragen dieser Minute an die Quelle sind verbraucht; die nächste geht um %1 UTC.</translation>
    </message>
    <message>
        <source>%1 did not answer in the time that was left.</source>
        <translation>%1 hat in der verbliebenen Zeit nicht geantwortet.</translation>
    </message>
    <message>
        <source>It answers nobody at the moment, and is asked again later.</source>
        <translation>Sie antwortet im Moment niemandem und wird später wieder gefragt.</translation>
    </message>
    <message>
        <source>its entries are not those of the forecast in its snapshot.</source>
        <translation>ihre Einträge sind nicht die der Prognose in ihrem Schnappschuss.</translation>
    </message>
    <message>
        <source>confidence, coverage or imputed inputs are not those of the forecast in its snapshot.</source>
        <translation>Sicherheit, Abdeckung oder ergänzte Eingaben sind nicht die der Prognose in ihrem Schnappschuss.</translation>
    </message>
    <message>
        <source>%1 comes out different when it is forecast again from its snapshot.</source>
        <translation>%1 kommt anders heraus, wenn sie aus ihrem Schnappschuss nachgerechnet wird.</translation>
    </message>
    <message>
        <source>The format %1 is not known.</source>
        <translation>Das Format %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Another program has put another file in the place of the database %1.</source>
        <translation>Ein anderes Programm hat an die Stelle der Datenbank %1 eine andere Datei gesetzt.</translation>
    </message>
    <message>
        <source>The database %1 was moved or deleted while this program had it open.</source>
        <translation>Die Datenbank %1 wurde verschoben oder gelöscht, während dieses Programm sie offen hatte.</translation>
    </message>
    <message>
        <source>Nothing was written. Start the program again.</source>
        <translation>Es wurde nichts geschrieben. Starte das Programm neu.</translation>
    </message>
    <message>
        <source>What this program had is kept as %1, and nothing else was touched. Start the program again to work with what is there now.</source>
        <translation>Was dieses Programm hatte, liegt nun in %1; sonst wurde nichts angerührt. Starte das Programm neu, um mit dem zu arbeiten, was jetzt da ist.</translation>
    </message>
    <message>
        <source>What was written cannot be read back from the database %1: another program writes over it.</source>
        <translation>Was geschrieben wurde, lässt sich aus der Datenbank %1 nicht zurücklesen: Ein anderes Programm schreibt darüber.</translation>
    </message>
    <message>
        <source>What this program had is kept as %1.</source>
        <translation>Was dieses Programm hatte, liegt nun in %1.</translation>
    </message>
    <message>
        <source>A proof begins with five lines: its title, length, head, time and program.</source>
        <translation>Ein Nachweis beginnt mit fünf Zeilen: Titel, Länge, Ende der Kette, Zeit und Programm.</translation>
    </message>
    <message>
        <source>The stamp of &quot;%1&quot; over #%2</source>
        <translation>Der Zeitstempel von „%1“ über #%2</translation>
    </message>
    <message>
        <source>%1 does not fit: its token says another authority or time.</source>
        <translation>%1 passt nicht: Darin steht eine andere Stelle oder Zeit.</translation>
    </message>
    <message>
        <source>No stamp counts: %1</source>
        <translation>Kein Zeitstempel zählt: %1</translation>
    </message>
    <message>
        <source>%1 is not asked for a stamp (offline).</source>
        <translation>%1 wird nicht um einen Zeitstempel gebeten (offline).</translation>
    </message>
    <message>
        <source>%1 is not asked: it is no http or https address.</source>
        <translation>%1 wird nicht gefragt: Das ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>The machine&apos;s certificates cannot be read.</source>
        <translation>Die Zertifikate des Rechners sind nicht lesbar.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read as a file of certificates (PEM).</source>
        <translation>„%1“ ist nicht als Datei mit Zertifikaten (PEM) lesbar.</translation>
    </message>
    <message>
        <source>What came is no answer of a time-stamping authority.</source>
        <translation>Was kam, ist keine Antwort einer Zeitstempelstelle.</translation>
    </message>
    <message>
        <source>The time-stamping authority refuses to sign.</source>
        <translation>Die Zeitstempelstelle lehnt die Unterschrift ab.</translation>
    </message>
    <message>
        <source>The stamp is of another hash.</source>
        <translation>Der Zeitstempel gilt einem anderen Hash.</translation>
    </message>
    <message>
        <source>The stamp answers another request.</source>
        <translation>Der Zeitstempel beantwortet eine andere Anfrage.</translation>
    </message>
    <message>
        <source>The signature of the stamp does not fit what is signed.</source>
        <translation>Die Unterschrift des Zeitstempels passt nicht zu dem, was unterschrieben ist.</translation>
    </message>
    <message>
        <source>The stamp is signed by somebody whom no trusted certificate vouches for.</source>
        <translation>Den Zeitstempel hat jemand unterschrieben, für den kein vertrauenswürdiges Zertifikat bürgt.</translation>
    </message>
    <message>
        <source>The certificate of the stamp&apos;s signer was not valid at that time.</source>
        <translation>Das Zertifikat dessen, der den Zeitstempel unterschrieb, galt zu dieser Zeit nicht.</translation>
    </message>
    <message>
        <source>The time of the stamp is not the present: the authority&apos;s clock or this machine&apos;s is wrong.</source>
        <translation>Die Zeit des Zeitstempels ist nicht die Gegenwart: Die Uhr der Stelle oder die dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no hash of the ledger.</source>
        <translation>„%1“ ist kein Hash des Registers.</translation>
    </message>
    <message>
        <source>an http or https address like %1 (plain http will do: the answers are signed)</source>
        <translation>eine http- oder https-Adresse wie %1 (http genügt: die Antworten sind unterschrieben)</translation>
    </message>
    <message>
        <source>The source&apos;s answer was not used: %1 What is stored serves.</source>
        <translation>Die Antwort der Quelle wurde nicht verwendet: %1 Es gilt, was gespeichert ist.</translation>
    </message>
    <message>
        <source>%1 A race of %2 was refused; what is stored of it stays.</source>
        <translation>%1 Ein Rennen von %2 wurde abgelehnt; was davon gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 Round %2 of %3 was refused; what is stored of it stays.</source>
        <translation>%1 Lauf %2 von %3 wurde abgelehnt; was davon gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 That driver was left out.</source>
        <translation>%1 Dieser Fahrer wurde ausgelassen.</translation>
    </message>
    <message>
        <source>is no time</source>
        <translation>ist keine Zeit</translation>
    </message>
    <message>
        <source>It may go on in rows that do not say which race they are of.</source>
        <translation>Es geht vielleicht in Zeilen weiter, die nicht sagen, zu welchem Rennen sie gehören.</translation>
    </message>
    <message>
        <source>The source&apos;s result of %1 says no place for %2.</source>
        <translation>Das Ergebnis der Quelle von %1 nennt keinen Platz für %2.</translation>
    </message>
    <message>
        <source>%1: the source has %2 disqualified and still at place %3; put last.</source>
        <translation>%1: Bei der Quelle ist %2 disqualifiziert und noch auf Platz %3; ans Ende gesetzt.</translation>
    </message>
    <message>
        <source>%1: the source has %2 at place %3, but not classified; put behind those who are.</source>
        <translation>%1: Bei der Quelle steht %2 auf Platz %3, aber nicht gewertet; hinter die Gewerteten gesetzt.</translation>
    </message>
    <message>
        <source>%1: the source has %2 faster than the winner; that time was left out.</source>
        <translation>%1: Bei der Quelle ist %2 schneller als der Sieger; diese Zeit wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1: the source gives points to %2, who is disqualified; left out.</source>
        <translation>%1: Die Quelle gibt %2 Punkte, obwohl disqualifiziert; ausgelassen.</translation>
    </message>
    <message>
        <source>%1: the source says no points for %2.</source>
        <translation>%1: Die Quelle nennt keine Punkte für %2.</translation>
    </message>
    <message>
        <source>%1: the source has %2 twice; the first row counts.</source>
        <translation>%1: Bei der Quelle steht %2 zweimal; die erste Zeile zählt.</translation>
    </message>
    <message>
        <source>%1: the source says no place for %2, who is listed as number %3.</source>
        <translation>%1: Die Quelle nennt keinen Platz für %2, aufgeführt an Stelle %3.</translation>
    </message>
    <message>
        <source>%1: the source has %2 and %3 at place %4; they count in the order in which it lists them.</source>
        <translation>%1: Bei der Quelle stehen %2 und %3 auf Platz %4; sie zählen in der Reihenfolge, in der sie aufgeführt sind.</translation>
    </message>
    <message>
        <source>%1; that was left out.</source>
        <translation>%1; das wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1; that was left out, and %2 more like it.</source>
        <translation>%1; das wurde ausgelassen, und %2 weitere dieser Art.</translation>
    </message>
    <message>
        <source>The answer&apos;s field %1 %2.</source>
        <translation>Das Feld %1 der Antwort %2.</translation>
    </message>
    <message>
        <source>the sprint of %1</source>
        <translation>%1 (Sprint)</translation>
    </message>
    <message>
        <source>The source&apos;s result of %1 lacks drivers; the stored one stays.</source>
        <translation>Im Ergebnis der Quelle für %1 fehlen Fahrer; das gespeicherte bleibt.</translation>
    </message>
    <message>
        <source>The official result of %1 was changed: revision %2.</source>
        <translation>Das offizielle Ergebnis von %1 wurde geändert: Fassung %2.</translation>
    </message>
    <message>
        <source>A row of %1 refers to one that is not there.</source>
        <translation>Eine Zeile von %1 verweist auf eine, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The source&apos;s answer of %1 serves: it may be asked again from %2.</source>
        <translation>Die Antwort der Quelle vom %1 gilt: Sie darf ab %2 wieder gefragt werden.</translation>
    </message>
    <message>
        <source>The source&apos;s calendar contradicts itself: %1 %2 starts at %3 and qualifies at %4. The start is not believed.</source>
        <translation>Der Kalender der Quelle widerspricht sich: %1 %2 startet am %3, Qualifying ist am %4. Dem Start wird nicht geglaubt.</translation>
    </message>
    <message>
        <source>%1 %2: the source calls one driver both %3 and %4; he counts as %4.</source>
        <translation>%1 %2: Die Quelle nennt einen Fahrer sowohl %3 als auch %4; er zählt als %4.</translation>
    </message>
    <message>
        <source>Round %1 of %2 is not among the races that are left.</source>
        <translation>Runde %1 von %2 ist keines der Rennen, die noch kommen.</translation>
    </message>
    <message>
        <source>%1 is not among the drivers of the races left.</source>
        <translation>%1 ist keiner der Fahrer, die noch fahren.</translation>
    </message>
    <message>
        <source>No race of the season %1 is stored.</source>
        <translation>Von der Saison %1 ist kein Rennen gespeichert.</translation>
    </message>
    <message>
        <source>No result of round %1 of %2 is stored.</source>
        <translation>Von Runde %1 der Saison %2 ist kein Ergebnis gespeichert.</translation>
    </message>
    <message>
        <source>The rest of %1 cannot be simulated: %2.</source>
        <translation>Der Rest von %1 kann nicht simuliert werden: %2.</translation>
    </message>
    <message>
        <source>The simulation was stopped.</source>
        <translation>Die Simulation wurde angehalten.</translation>
    </message>
    <message>
        <source>The source&apos;s answer is a list, and no object.</source>
        <translation>Die Antwort der Quelle ist eine Liste und kein Objekt.</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>The source&apos;s answer is no list.</source>
        <translation>Die Antwort der Quelle ist keine Liste.</translation>
    </message>
    <message>
        <source>Starting grid</source>
        <translation>Startaufstellung</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>OpenF1 answers nobody around the sessions; it is asked again from %1 UTC.</source>
        <translation>OpenF1 antwortet rund um die Sitzungen niemandem; ab %1 UTC wird wieder gefragt.</translation>
    </message>
    <message>
        <source>nobody in this race is known to have car %1</source>
        <translation>niemand in diesem Rennen fährt bekanntermaßen den Wagen %1</translation>
    </message>
    <message>
        <source>more than one in this race have car %1</source>
        <translation>mehr als einer in diesem Rennen hat den Wagen %1</translation>
    </message>
    <message>
        <source>it does not say who has car %1</source>
        <translation>sie sagt nicht, wer den Wagen %1 fährt</translation>
    </message>
    <message>
        <source>car %1 is %2&apos;s there, and %3&apos;s here</source>
        <translation>der Wagen %1 gehört dort zu %2 und hier zu %3</translation>
    </message>
    <message>
        <source>car %1 stands twice</source>
        <translation>der Wagen %1 steht zweimal da</translation>
    </message>
    <message>
        <source>car %1 has no place</source>
        <translation>der Wagen %1 hat keinen Platz</translation>
    </message>
    <message>
        <source>cars %1 and %2 have place %3</source>
        <translation>die Wagen %1 und %2 haben Platz %3</translation>
    </message>
    <message>
        <source>place %1 is missing</source>
        <translation>Platz %1 fehlt</translation>
    </message>
    <message>
        <source>OpenF1&apos;s starting grid is not used: %1.</source>
        <translation>Die Startaufstellung von OpenF1 wird nicht verwendet: %1.</translation>
    </message>
    <message>
        <source>cars %1 were in qualifying and are missing</source>
        <translation>die Wagen %1 waren im Qualifying und fehlen</translation>
    </message>
    <message>
        <source>Car %1 was in qualifying and is not on the starting grid.</source>
        <translation>Der Wagen %1 war im Qualifying und steht nicht in der Startaufstellung.</translation>
    </message>
    <message>
        <source>The forecast&apos;s field %1 %2.</source>
        <translation>Das Feld %1 der Vorhersage %2.</translation>
    </message>
    <message>
        <source>is not 0: the times are not in UTC</source>
        <translation>ist nicht 0: die Zeiten sind nicht in UTC</translation>
    </message>
    <message>
        <source>has %1 hours</source>
        <translation>hat %1 Stunden</translation>
    </message>
    <message>
        <source>has %1 values for %2 hours</source>
        <translation>hat %1 Werte für %2 Stunden</translation>
    </message>
    <message>
        <source>Weather forecast</source>
        <translation>Wettervorhersage</translation>
    </message>
    <message>
        <source>A starting grid without a single place is none.</source>
        <translation>Eine Startaufstellung ohne einen einzigen Platz ist keine.</translation>
    </message>
    <message>
        <source>Weather without a single hour is none.</source>
        <translation>Wetter ohne eine einzige Stunde ist keines.</translation>
    </message>
    <message>
        <source>an https address like %1 (http only for this machine itself)</source>
        <translation>eine https-Adresse wie %1 (http nur für diesen Rechner selbst)</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>on oder off</translation>
    </message>
    <message>
        <source>%1, sprint</source>
        <translation>%1, Sprint</translation>
    </message>
    <message>
        <source>when the grid of the sprint is known</source>
        <translation>wenn die Startaufstellung des Sprints bekannt ist</translation>
    </message>
    <message>
        <source>%1 has started: it is too late for a live prediction.</source>
        <translation>%1 hat begonnen: Für eine Live-Prognose ist es zu spät.</translation>
    </message>
    <message>
        <source>%1 has started, and its official grid is not stored yet: a retrospective prediction needs it.</source>
        <translation>%1 hat begonnen, und die offizielle Startaufstellung ist noch nicht gespeichert: Eine nachträgliche Prognose braucht sie.</translation>
    </message>
    <message>
        <source>%1 %2 has no sprint.</source>
        <translation>%1 %2 hat keinen Sprint.</translation>
    </message>
    <message>
        <source>No sprint from %1 to %2 has a result; the first was in 2021.</source>
        <translation>Kein Sprint von %1 bis %2 hat ein Ergebnis; der erste war 2021.</translation>
    </message>
    <message>
        <source>an entry has a %1, which its format does not know</source>
        <translation>ein Eintrag hat ein %1, das sein Format nicht kennt</translation>
    </message>
    <message>
        <source>a name of 1 to %1 characters</source>
        <translation>ein Name von 1 bis %1 Zeichen</translation>
    </message>
    <message>
        <source>%1 was cancelled: there is nothing to pick.</source>
        <translation>%1 wurde abgesagt: Es gibt nichts zu tippen.</translation>
    </message>
    <message>
        <source>The picks of %1 for %2 are locked: they stay as they are.</source>
        <translation>Die Tipps von %1 für %2 sind gesperrt: Sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 has no draft for %2 to lock.</source>
        <translation>%1 hat keinen Entwurf für %2, der sich sperren ließe.</translation>
    </message>
    <message>
        <source>The picks for %1 are not complete (%2).</source>
        <translation>Die Tipps für %1 sind nicht vollständig (%2).</translation>
    </message>
    <message>
        <source>That order is not known yet.</source>
        <translation>Diese Reihenfolge ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The chance of the winner is from 0 to 100 %.</source>
        <translation>Die Chance des Siegers liegt zwischen 0 und 100 %.</translation>
    </message>
    <message>
        <source>%1 has %2 drivers; %3 places are too many.</source>
        <translation>%1 hat %2 Fahrer; %3 Plätze sind zu viele.</translation>
    </message>
    <message>
        <source>%1 stands twice in the order.</source>
        <translation>%1 steht zweimal in der Reihenfolge.</translation>
    </message>
    <message>
        <source>not entered any more: %1</source>
        <translation>nicht mehr gemeldet: %1</translation>
    </message>
    <message>
        <source>nobody is known to be entered</source>
        <translation>es ist niemand als gemeldet bekannt</translation>
    </message>
    <message>
        <source>without a place: %1</source>
        <translation>ohne Platz: %1</translation>
    </message>
    <message>
        <source>The machine&apos;s clock says %1, but something is already known from %2: no pick is locked with a clock that is behind.</source>
        <translation>Die Uhr des Rechners sagt %1, aber es ist schon etwas von %2 bekannt: Mit einer Uhr, die nachgeht, werden keine Tipps gesperrt.</translation>
    </message>
    <message>
        <source>Set the clock; the draft is kept.</source>
        <translation>Stell die Uhr; der Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>The picks for %1 cannot be locked yet: the window opens %2.</source>
        <translation>Die Tipps für %1 lassen sich noch nicht sperren: Das Fenster öffnet sich %2.</translation>
    </message>
    <message>
        <source>Until then the draft is kept.</source>
        <translation>Bis dahin bleibt der Entwurf erhalten.</translation>
    </message>
    <message>
        <source>Scores %1 of pick %2</source>
        <translation>Wertung %1 des Tipps %2</translation>
    </message>
    <message>
        <source>%1: the pick is missing.</source>
        <translation>%1: Der Tipp fehlt.</translation>
    </message>
    <message>
        <source>The proof of %1 (%2 picks) does not fit</source>
        <translation>Der Nachweis von %1 (%2 Tipps) passt nicht</translation>
    </message>
    <message>
        <source>%1: pick %2 has another hash now, so it or one before it was replaced.</source>
        <translation>%1: Tipp %2 hat jetzt einen anderen Hash, also wurde er oder einer davor ersetzt.</translation>
    </message>
    <message>
        <source>%1 is of no prediction and no pick here: one was replaced.</source>
        <translation>%1 gehört zu keiner Prognose und keinem Tipp hier: Etwas wurde ersetzt.</translation>
    </message>
    <message>
        <source>its order is not what the snapshot says</source>
        <translation>seine Reihenfolge ist nicht, was der Schnappschuss sagt</translation>
    </message>
    <message>
        <source>Pick %1 does not fit: %2.</source>
        <translation>Tipp %1 passt nicht: %2.</translation>
    </message>
    <message>
        <source>There is no pick with the id %1.</source>
        <translation>Es gibt keinen Tipp mit der Nummer %1.</translation>
    </message>
    <message>
        <source>A pick without a single driver is none.</source>
        <translation>Ein Tipp ohne einen einzigen Fahrer ist keiner.</translation>
    </message>
    <message>
        <source>The snapshot is not that of this pick.</source>
        <translation>Der Schnappschuss ist nicht der dieses Tipps.</translation>
    </message>
    <message>
        <source>The entries of a pick are not in the order of their positions.</source>
        <translation>Die Einträge eines Tipps stehen nicht in der Reihenfolge ihrer Plätze.</translation>
    </message>
    <message>
        <source>there are entries, but no pick</source>
        <translation>es gibt Einträge, aber keinen Tipp</translation>
    </message>
    <message>
        <source>The database server knows you as %1: it takes no picks of %2 from you.</source>
        <translation>Der Datenbankserver kennt dich als %1: Er nimmt von dir keine Tipps von %2 an.</translation>
    </message>
    <message>
        <source>Play under that name (Preferences, or --player %1).</source>
        <translation>Spiel unter diesem Namen (Einstellungen oder --player %1).</translation>
    </message>
    <message>
        <source>when the qualifying classification is published, which was expected about %1</source>
        <translation>sobald das Ergebnis des Qualifyings veröffentlicht ist, was gegen %1 erwartet wurde</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no driver that is known.</source>
        <translation>„%1“ ist kein bekannter Fahrer.</translation>
    </message>
    <message>
        <source>Somebody new needs a given name and a family name.</source>
        <translation>Wer neu ist, braucht Vornamen und Nachnamen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of several drivers.</source>
        <translation>So heißen mehrere Fahrer: „%1“.</translation>
    </message>
    <message>
        <source>Write the full name, or the id.</source>
        <translation>Schreiben Sie den ganzen Namen oder die Kennung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no driver of this qualifying.</source>
        <translation>„%1“ ist kein Fahrer dieses Qualifyings.</translation>
    </message>
    <message>
        <source>%1: qualifying has not begun, so there is no grid to be entered.</source>
        <translation>%1: Das Qualifying hat noch nicht begonnen, also gibt es keine Aufstellung einzugeben.</translation>
    </message>
    <message>
        <source>It is not known who drives in %1, so its grid cannot be entered.</source>
        <translation>Es ist nicht bekannt, wer in %1 fährt; die Aufstellung kann nicht eingegeben werden.</translation>
    </message>
    <message>
        <source>There is no free car for %1: each team has two.</source>
        <translation>Für %1 ist kein Auto frei: Jedes Team hat zwei.</translation>
    </message>
    <message>
        <source>Leave out whom he replaces.</source>
        <translation>Lassen Sie weg, wen er ersetzt.</translation>
    </message>
    <message>
        <source>%1 must end in .png or .svg.</source>
        <translation>%1 muss auf .png oder .svg enden.</translation>
    </message>
    <message>
        <source>No font is installed, and a picture needs one.</source>
        <translation>Es ist keine Schrift installiert, und ein Bild braucht eine.</translation>
    </message>
    <message>
        <source>On Debian: apt install fonts-dejavu-core</source>
        <translation>Unter Debian: apt install fonts-dejavu-core</translation>
    </message>
    <message>
        <source>No result of season %1 is stored.</source>
        <translation>Von der Saison %1 ist kein Ergebnis gespeichert.</translation>
    </message>
    <message>
        <source>Sync the season first.</source>
        <translation>Ruf zuerst die Saison ab.</translation>
    </message>
    <message>
        <source>is no code of three letters</source>
        <translation>ist kein Kürzel aus drei Buchstaben</translation>
    </message>
    <message>
        <source>The starting grid of %1 serves.</source>
        <translation>Die Startaufstellung vom %1 gilt.</translation>
    </message>
    <message>
        <source>OpenF1&apos;s session of this grid is not found: %1</source>
        <translation>OpenF1 nennt den Abschnitt dieser Startaufstellung nicht: %1</translation>
    </message>
    <message>
        <source>%1 %2 was cancelled: there is no result.</source>
        <translation>%1 %2 wurde abgesagt: Es gibt kein Ergebnis.</translation>
    </message>
    <message>
        <source>The prediction is void: it was frozen after the start. Its score counts nowhere.</source>
        <translation>Die Vorhersage ist ungültig: Sie wurde nach dem Start eingefroren. Ihre Wertung zählt nirgends.</translation>
    </message>
    <message>
        <source>%1 That driver was left out, and %2 more of this race.</source>
        <translation>%1 Dieser Fahrer wurde ausgelassen und %2 weitere dieses Rennens.</translation>
    </message>
    <message>
        <source>%1 of OpenF1: %2</source>
        <translation>%1 von OpenF1: %2</translation>
    </message>
    <message>
        <source>The review of the title odds was stopped.</source>
        <translation>Die Bewertung der Titelchancen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Title odds</source>
        <translation>Titelchancen</translation>
    </message>
    <message>
        <source>Start from another one, or refresh the race.</source>
        <translation>Von einer anderen ausgehen oder das Rennen auffrischen.</translation>
    </message>
    <message>
        <source>The source&apos;s answer was not used: %1 Its answer of %2 serves.</source>
        <translation>Die Antwort der Quelle wurde nicht verwendet: %1 Es gilt ihre Antwort vom %2.</translation>
    </message>
</context>
<context>
    <name>parcferme::SharePictureDialog</name>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Share picture</source>
        <translation>Bild teilen</translation>
    </message>
    <message>
        <source>Before the race</source>
        <translation>Vor dem Rennen</translation>
    </message>
    <message>
        <source>After it</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Save &amp;proof…</source>
        <translation>&amp;Nachweis speichern …</translation>
    </message>
    <message>
        <source>The picture, and in words what it shows</source>
        <translation>Das Bild, und in Worten, was es zeigt</translation>
    </message>
    <message>
        <source>A file with the hashes of the ledger, to publish with the picture</source>
        <translation>Eine Datei mit den Hashes des Registers, mit dem Bild zu veröffentlichen</translation>
    </message>
    <message>
        <source>A preview is not stored, so there is nothing to prove</source>
        <translation>Eine Vorschau ist nicht gespeichert, also gibt es nichts nachzuweisen</translation>
    </message>
    <message>
        <source>Copied, with its words.</source>
        <translation>Kopiert, samt seinen Worten.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Image (*.png);;Vector image (*.svg)</source>
        <translation>Bild (*.png);;Vektorbild (*.svg)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Save proof</source>
        <translation>Nachweis speichern</translation>
    </message>
    <message>
        <source>Proof of the ledger (*.txt)</source>
        <translation>Nachweis des Registers (*.txt)</translation>
    </message>
    <message>
        <source>Whose order</source>
        <translation>Wessen Reihenfolge</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Once this order was judged by the official result, and that is not hidden</source>
        <translation>Sobald diese Reihenfolge am offiziellen Ergebnis gewertet wurde und es nicht verborgen ist</translation>
    </message>
</context>
<context>
    <name>parcferme::SkillChart</name>
    <message>
        <source>Skill against the grid, cumulative</source>
        <translation>Skill gegenüber der Startaufstellung, kumuliert</translation>
    </message>
    <message>
        <source>1 − RPS / RPS of grid climatology; band: 95 %, bootstrap over races; first 8 races not drawn</source>
        <translation>1 − RPS / RPS der Startplatz-Klimatologie; Band: 95 %, Bootstrap über Rennen; die ersten 8 Rennen fehlen</translation>
    </message>
    <message>
        <source>A line needs more than 8 judged races.</source>
        <translation>Eine Linie braucht mehr als 8 gewertete Rennen.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Startplätze</translation>
    </message>
    <message>
        <source>%1 %2, round %3</source>
        <translation>%1 %2, Lauf %3</translation>
    </message>
    <message>
        <source>Skill: %1 %
95 % band: %2 to %3 %
Races: %4</source>
        <translation>Skill: %1 %
95-%-Band: %2 bis %3 %
Rennen: %4</translation>
    </message>
</context>
<context>
    <name>parcferme::SlopeChart</name>
    <message>
        <source>From predicted to official position</source>
        <translation>Vom vorhergesagten zum offiziellen Platz</translation>
    </message>
    <message>
        <source>among those who started</source>
        <translation>unter den Gestarteten</translation>
    </message>
    <message>
        <source>No prediction to compare with</source>
        <translation>Keine Prognose zum Vergleichen</translation>
    </message>
    <message>
        <source>Predicted: %1
Official: %2
Difference: %3</source>
        <translation>Vorhergesagt: %1
Offiziell: %2
Differenz: %3</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Offiziell</translation>
    </message>
    <message>
        <source>↗ 3 or more better</source>
        <translation>↗ 3 oder mehr besser</translation>
    </message>
    <message>
        <source>↘ 3 or more worse</source>
        <translation>↘ 3 oder mehr schlechter</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>From my place to the official position</source>
        <translation>Von meinem Platz zum offiziellen</translation>
    </message>
    <message>
        <source>Mine: %1
Official: %2
Difference: %3</source>
        <translation>Meine: %1
Offiziell: %2
Differenz: %3</translation>
    </message>
    <message>
        <source>No picks to compare with</source>
        <translation>Keine Tipps zum Vergleichen</translation>
    </message>
    <message>
        <source>Mine ■</source>
        <translation>Meine ■</translation>
    </message>
</context>
<context>
    <name>parcferme::StandingsModel</name>
    <message>
        <source>Pos</source>
        <translation>Pos</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Places won or lost since the race before</source>
        <translation>Gewonnene oder verlorene Plätze seit dem Rennen davor</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Siege</translation>
    </message>
    <message>
        <source>Grands Prix won; sprints do not count</source>
        <translation>Gewonnene Grands Prix; Sprints zählen nicht</translation>
    </message>
    <message>
        <source>Podiums</source>
        <translation>Podien</translation>
    </message>
    <message>
        <source>Of Grands Prix; sprints do not count</source>
        <translation>Bei Grands Prix; Sprints zählen nicht</translation>
    </message>
    <message>
        <source>Best chance before the end</source>
        <translation>Beste Chance vor dem Ende</translation>
    </message>
    <message>
        <source>The highest title chance that was computed after any round</source>
        <translation>Die höchste Titelchance, die nach einer Runde berechnet wurde</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Points behind the champion</source>
        <translation>Punkte hinter dem Meister</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>if so</source>
        <translation>wenn ja</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Title % now</source>
        <translation>Titel % jetzt</translation>
    </message>
    <message>
        <source>80 % range</source>
        <translation>80-%-Bereich</translation>
    </message>
    <message>
        <source>Four of five simulations end within it</source>
        <translation>Vier von fünf Simulationen enden darin</translation>
    </message>
    <message>
        <source>Title %</source>
        <translation>Titel %</translation>
    </message>
    <message>
        <source>Top 3 %</source>
        <translation>Top 3 %</translation>
    </message>
    <message>
        <source>Share of simulations that end in the top 3</source>
        <translation>Anteil der Simulationen, die unter den ersten 3 enden</translation>
    </message>
    <message>
        <source>Change of the title chance, in percent points</source>
        <translation>Änderung der Titelchance, in Prozentpunkten</translation>
    </message>
    <message>
        <source>To be champion</source>
        <translation>Zum Titel</translation>
    </message>
    <message>
        <source>Points that are needed of those that are left</source>
        <translation>Punkte, die von den noch übrigen nötig sind</translation>
    </message>
    <message>
        <source>Points expected at the end</source>
        <translation>Am Ende erwartete Punkte</translation>
    </message>
    <message>
        <source>10 % point: %1
50 % point: %2
90 % point: %3</source>
        <translation>10-%-Punkt: %1
50-%-Punkt: %2
90-%-Punkt: %3</translation>
    </message>
    <message>
        <source>Chance of the title</source>
        <translation>Chance auf den Titel</translation>
    </message>
    <message>
        <source>Chance to be in the top 3 at the end</source>
        <translation>Chance, am Ende unter den ersten 3 zu sein</translation>
    </message>
    <message>
        <source>%1, before round 1</source>
        <translation>%1, vor Runde 1</translation>
    </message>
    <message>
        <source>%1, after round %2</source>
        <translation>%1, nach Runde %2</translation>
    </message>
    <message>
        <source>since start</source>
        <translation>seit Start</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>all are level</source>
        <translation>alle gleichauf</translation>
    </message>
    <message>
        <source>champion since round %1</source>
        <translation>Meister seit Runde %1</translation>
    </message>
    <message>
        <source>cannot win any more</source>
        <translation>kann nicht mehr gewinnen</translation>
    </message>
    <message>
        <source>leads by %1</source>
        <translation>führt mit %1</translation>
    </message>
    <message>
        <source>leads by more wins</source>
        <translation>führt durch mehr Siege</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>%1 more than %2</source>
        <translation>%1 mehr als %2</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
</context>
<context>
    <name>parcferme::StatusStrip</name>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Source out of reach</source>
        <translation>Quelle nicht erreichbar</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the work that runs</source>
        <translation>Fortschritt der laufenden Arbeit</translation>
    </message>
    <message>
        <source>Stop the work that runs; what is done stays (Esc)</source>
        <translation>Die laufende Arbeit anhalten; was fertig ist, bleibt (Esc)</translation>
    </message>
    <message>
        <source>Race facts from F1DB, CC BY 4.0</source>
        <translation>Renndaten von F1DB, CC BY 4.0</translation>
    </message>
    <message>
        <source>Data %1 old</source>
        <translation>Daten %1 alt</translation>
    </message>
    <message>
        <source>Bundled data to %1</source>
        <translation>Mitgelieferte Daten bis %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is off by %1</source>
        <translation>Die Uhr dieses Rechners geht um %1 falsch</translation>
    </message>
    <message>
        <source>Compared with the clock of the data source.</source>
        <translation>Verglichen mit der Uhr der Datenquelle.</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Datenbank: %1</translation>
    </message>
    <message>
        <source>, %1 of %2</source>
        <translation>, %1 von %2</translation>
    </message>
    <message>
        <source>F1DB, CC BY 4.0</source>
        <translation>F1DB, CC BY 4.0</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n requests left this hour</source>
        <translation>
            <numerusform>noch %1 von %n Anfrage diese Stunde</numerusform>
            <numerusform>noch %1 von %n Anfragen diese Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – for %2 s</source>
        <comment>what the work is at, and since when</comment>
        <translation>%1 – seit %2 s</translation>
    </message>
    <message>
        <source>It is shared: others who open it see and add to the same ledger.</source>
        <translation>Sie ist gemeinsam: Wer sie auch öffnet, sieht und ergänzt dasselbe Register.</translation>
    </message>
    <message>
        <source>Shared: “%1”</source>
        <translation>Gemeinsam: „%1“</translation>
    </message>
    <message>
        <source>Shared database “%1”</source>
        <translation>Gemeinsame Datenbank „%1“</translation>
    </message>
</context>
<context>
    <name>parcferme::System</name>
    <message>
        <source>This system has no fonts, so the window shows no letters. Install some, for example Debian&apos;s package fonts-dejavu-core.</source>
        <translation>Dieses System hat keine Schriften, das Fenster zeigt also keine Buchstaben. Installiere welche, zum Beispiel das Debian-Paket fonts-dejavu-core.</translation>
    </message>
</context>
<context>
    <name>parcferme::TableAndCharts</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>parcferme::TablePanel</name>
    <message>
        <source>C&amp;olumns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the table %1</source>
        <translation>Die Tabelle filtern: %1</translation>
    </message>
    <message>
        <source>Choose the columns; drag their headings to reorder them</source>
        <translation>Die Spalten wählen; zum Umordnen ihre Köpfe ziehen</translation>
    </message>
    <message>
        <source>Export this table as CSV (Ctrl+E)</source>
        <translation>Diese Tabelle als CSV exportieren (Strg+E)</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Export %1 as CSV</source>
        <translation>%1 als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>parcferme::TitleOddsChart</name>
    <message>
        <source>Title odds</source>
        <translation>Titelchancen</translation>
    </message>
    <message>
        <source>Title now: %1 %
If so: %2 %</source>
        <translation>Titel jetzt: %1 %
Wenn ja: %2 %</translation>
    </message>
    <message>
        <source>No odds</source>
        <translation>Keine Chancen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Title odds by round</source>
        <translation>Titelchancen je Runde</translation>
    </message>
    <message>
        <source>after each race, from what was known then; drivers who ever had 20 % or have 5 % now</source>
        <translation>nach jedem Rennen, aus dem damals Bekannten; Fahrer, die je 20 % hatten oder jetzt 5 % haben</translation>
    </message>
    <message>
        <source>after each race, from what was known then; teams that ever had 20 % or have 5 % now</source>
        <translation>nach jedem Rennen, aus dem damals Bekannten; Teams, die je 20 % hatten oder jetzt 5 % haben</translation>
    </message>
    <message>
        <source>before round 1</source>
        <translation>vor Runde 1</translation>
    </message>
    <message>
        <source>after round %1, %2</source>
        <translation>nach Runde %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n anderer</numerusform>
            <numerusform>%n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>No odds: the model could not forecast then.</source>
        <translation>Keine Chancen: Das Modell konnte damals nicht vorhersagen.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>%1, %2
Title: %3 %</source>
        <translation>%1, %2
Titel: %3 %</translation>
    </message>
</context>
<context>
    <name>parcferme::TitleOddsModel</name>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title %</source>
        <translation>Titel %</translation>
    </message>
    <message>
        <source>Chance of the title</source>
        <translation>Chance auf den Titel</translation>
    </message>
</context>
<context>
    <name>parcferme::TitleOddsPane</name>
    <message>
        <source>How good are the odds?</source>
        <translation>Wie gut sind die Chancen?</translation>
    </message>
    <message>
        <source>Title odds</source>
        <translation>Titelchancen</translation>
    </message>
    <message>
        <source>Title odds and final points as they would have been said after rounds 1, 5, 10 and 15 of each season that is over, from what was known then, computed here in 2,000 simulations. Beside them what anyone could say: everybody goes on at the rate of this season, or of his last ten races. The model was chosen on seasons up to 2021.</source>
        <translation>Titelchancen und Endpunkte, wie sie nach den Runden 1, 5, 10 und 15 jeder beendeten Saison aus dem damals Bekannten gesagt worden wären, hier in 2.000 Simulationen berechnet. Daneben, was jeder sagen könnte: Alle machen im Schnitt dieser Saison oder ihrer letzten zehn Rennen weiter. Das Modell wurde an Saisons bis 2021 ausgewählt.</translation>
    </message>
</context>
<context>
    <name>parcferme::ToolStrip</name>
    <message>
        <source>S&amp;ync results</source>
        <translation>Ergebnis abr&amp;ufen</translation>
    </message>
    <message>
        <source>Syn&amp;c season</source>
        <translation>Saison abru&amp;fen</translation>
    </message>
    <message>
        <source>Seaso&amp;n</source>
        <translation>Saiso&amp;n</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Search the races of the season</source>
        <translation>Die Rennen der Saison durchsuchen</translation>
    </message>
    <message>
        <source>Fetch the official result of this race and judge its prediction (F5)</source>
        <translation>Das offizielle Ergebnis dieses Rennens holen und seine Prognose werten (F5)</translation>
    </message>
    <message>
        <source>Fetch calendar, qualifying and results of the season (Shift+F5)</source>
        <translation>Kalender, Qualifying und Ergebnisse der Saison holen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>V&amp;orschau</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>&amp;Vorhersagen</translation>
    </message>
    <message>
        <source>Looks through this season and lists what other seasons have: &quot;monza 2025&quot;. Down and Enter go to what is found, Escape clears.</source>
        <translation>Durchsucht diese Saison und nennt, was andere Saisons haben: „monza 2025“. Pfeil ab und Eingabe gehen zum Fund, Escape leert das Feld.</translation>
    </message>
    <message>
        <source>Search the races of %1</source>
        <translation>Rennen %1 durchsuchen</translation>
    </message>
</context>
<context>
    <name>parcferme::VerdictLine</name>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>, in order</source>
        <translation>, in Reihenfolge</translation>
    </message>
    <message>
        <source>, not in order</source>
        <translation>, nicht in Reihenfolge</translation>
    </message>
    <message>
        <source>Podium</source>
        <translation>Podium</translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 von 3</translation>
    </message>
    <message>
        <source>Points places</source>
        <translation>Punkteränge</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 von 10</translation>
    </message>
    <message>
        <source>Inside the 80 % range</source>
        <translation>Im 80-%-Bereich</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n drivers</source>
        <translation>
            <numerusform>%1 von %n Fahrer</numerusform>
            <numerusform>%1 von %n Fahrern</numerusform>
        </translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht bewertet</translation>
    </message>
</context>
<context>
    <name>parcferme::WeatherWords</name>
    <message>
        <source>Weather at the start</source>
        <translation>Wetter am Start</translation>
    </message>
    <message>
        <source>was wet</source>
        <translation>war nass</translation>
    </message>
    <message>
        <source>was dry</source>
        <translation>war trocken</translation>
    </message>
    <message>
        <source>Rain %1 %</source>
        <translation>Regen %1 %</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1, %2 alt</translation>
    </message>
    <message>
        <source>rain %1 %</source>
        <translation>Regen %1 %</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>rain in %1 % of the time</source>
        <translation>Regen in %1 % der Zeit</translation>
    </message>
    <message>
        <source>dry</source>
        <translation>trocken</translation>
    </message>
    <message>
        <source>wind %1 km/h</source>
        <translation>Wind %1 km/h</translation>
    </message>
    <message>
        <source>Measured, by OpenF1.</source>
        <translation>Gemessen, von OpenF1.</translation>
    </message>
    <message>
        <source>Forecast by Open-Meteo.com, CC BY 4.0. Shown only: no input of the prediction.</source>
        <translation>Vorhersage von Open-Meteo.com, CC BY 4.0. Nur gezeigt: geht nicht in die Prognose ein.</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>It is forecast for two weeks ahead.</source>
        <translation>Die Vorhersage reicht zwei Wochen voraus.</translation>
    </message>
    <message>
        <source>No forecast was fetched yet.</source>
        <translation>Es wurde noch keine Vorhersage geholt.</translation>
    </message>
    <message>
        <source>%1, forecast of %2</source>
        <translation>%1, Vorhersage vom %2</translation>
    </message>
    <message>
        <source>forecast of %1</source>
        <translation>Vorhersage vom %1</translation>
    </message>
</context>
<context>
    <name>parcferme::WhatIfLine</name>
    <message>
        <source>C&amp;lear</source>
        <translation>Lö&amp;schen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was, wenn</translation>
    </message>
    <message>
        <source>What if this driver</source>
        <translation>Was, wenn dieser Fahrer</translation>
    </message>
    <message>
        <source>What happens to him, and where</source>
        <translation>Was ihm geschieht, und wo</translation>
    </message>
    <message>
        <source>Back to the odds without a condition</source>
        <translation>Zurück zu den Chancen ohne Bedingung</translation>
    </message>
    <message>
        <source>choose a driver</source>
        <translation>Fahrer wählen</translation>
    </message>
    <message>
        <source>Shows the odds of the simulations in which it happens, beside the present ones.</source>
        <translation>Zeigt die Chancen der Simulationen, in denen es geschieht, neben den jetzigen.</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
</context>
<context>
    <name>parcferme::WhyChart</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why %1 is predicted %2</source>
        <translation>Warum %1 auf Platz %2 vorhergesagt ist</translation>
    </message>
    <message>
        <source>parts of the strength, against the mean of the field</source>
        <translation>Anteile der Stärke, gegenüber dem Mittel des Feldes</translation>
    </message>
    <message>
        <source>No forecast</source>
        <translation>Keine Prognose</translation>
    </message>
    <message>
        <source>Sum: %1
Strength above 0 is ahead of the mean of the field.</source>
        <translation>Summe: %1
Eine Stärke über 0 liegt vor dem Mittel des Feldes.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>+ moves him forward   − moves him back</source>
        <translation>+ bringt ihn nach vorn   − wirft ihn zurück</translation>
    </message>
    <message>
        <source>Before the sprint: value %1, part %2</source>
        <translation>Vor dem Sprint: Wert %1, Anteil %2</translation>
    </message>
    <message>
        <source>   | before the sprint</source>
        <translation>   | vor dem Sprint</translation>
    </message>
    <message>
        <source>Weight %1 times (value %2 minus field %3) = %4</source>
        <translation>Gewicht %1 mal (Wert %2 minus Feld %3) = %4</translation>
    </message>
    <message>
        <source>This prediction was frozen by version 1.0, which stored no parts of it.</source>
        <translation>Diese Prognose hat Version 1.0 eingefroren, die keine Anteile gespeichert hat.</translation>
    </message>
</context>
<context>
    <name>parcferme::WhyModel</name>
    <message>
        <source>Part of the strength</source>
        <translation>Anteil der Stärke</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>The weight that past races gave this input</source>
        <translation>Das Gewicht, das vergangene Rennen dieser Eingabe gaben</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Before sprint</source>
        <translation>Vor Sprint</translation>
    </message>
    <message>
        <source>The order rating as it was before the weekend&apos;s sprint</source>
        <translation>Die Wertung der Reihenfolge, wie sie vor dem Sprint des Wochenendes war</translation>
    </message>
    <message>
        <source>Value before the sprint</source>
        <translation>Wert vor dem Sprint</translation>
    </message>
    <message>
        <source>Weight times (value minus field): what it moves him by</source>
        <translation>Gewicht mal (Wert minus Feld): um wie viel es ihn verschiebt</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>The input as a person reads it</source>
        <translation>Die Größe, wie ein Mensch sie liest</translation>
    </message>
    <message>
        <source>The driver&apos;s own value, on the scale of the model</source>
        <translation>Der Wert des Fahrers, auf der Skala des Modells</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>The mean of the field, on the same scale</source>
        <translation>Das Mittel des Feldes, auf derselben Skala</translation>
    </message>
    <message>
        <source>Mean of the field</source>
        <translation>Mittel des Feldes</translation>
    </message>
</context>
<context>
    <name>parcferme::WindowModel</name>
    <message>
        <source>Frozen by itself: %1.</source>
        <translation>Von selbst eingefroren: %1.</translation>
    </message>
    <message>
        <source>The freeze window opened and the prediction is in the ledger.</source>
        <translation>Das Einfrierfenster hat geöffnet, und die Prognose steht im Register.</translation>
    </message>
    <message>
        <source>Its freeze window closed and nothing was frozen. A retrospective prediction is marked as such.</source>
        <translation>Das Einfrierfenster hat geschlossen, und nichts wurde eingefroren. Eine rückblickende Prognose ist als solche markiert.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>The history is here: preview the next race and judge past ones now. Sync season fetches qualifying and new results.</source>
        <translation>Die Daten früherer Saisons sind da: Sieh dir jetzt die Vorschau auf das nächste Rennen an und werte vergangene. „Saison abrufen“ holt Qualifying und neue Ergebnisse.</translation>
    </message>
    <message>
        <source>Opened, with a notice.</source>
        <translation>Geöffnet, mit einem Hinweis.</translation>
    </message>
    <message>
        <source>No race to show:</source>
        <translation>Kein Rennen zu zeigen:</translation>
    </message>
    <message>
        <source>The races of %1 could not be read:</source>
        <translation>Die Rennen von %1 konnten nicht gelesen werden:</translation>
    </message>
    <message>
        <source>The race could not be read:</source>
        <translation>Das Rennen konnte nicht gelesen werden:</translation>
    </message>
    <message>
        <source>The track record could not be read:</source>
        <translation>Die Bilanz konnte nicht gelesen werden:</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>What was done until then stays.</source>
        <translation>Was bis dahin fertig war, bleibt.</translation>
    </message>
    <message>
        <source>Your predictions and all stored results are kept.</source>
        <translation>Deine Prognosen und alle gespeicherten Ergebnisse sind erhalten.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>No preview:</source>
        <translation>Keine Vorschau:</translation>
    </message>
    <message>
        <source>Nothing was frozen:</source>
        <translation>Nichts wurde eingefroren:</translation>
    </message>
    <message>
        <source>Preview made.</source>
        <translation>Vorschau erstellt.</translation>
    </message>
    <message>
        <source>It was frozen before.</source>
        <translation>Sie war schon eingefroren.</translation>
    </message>
    <message>
        <source>Frozen.</source>
        <translation>Eingefroren.</translation>
    </message>
    <message>
        <source>Predicted in retrospect.</source>
        <translation>Rückblickend vorhergesagt.</translation>
    </message>
    <message>
        <source>The prediction is in the ledger, hash %1, and cannot be changed any more.</source>
        <translation>Die Prognose steht im Register, Hash %1, und lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>The stored prediction is shown, unchanged.</source>
        <translation>Die gespeicherte Prognose wird gezeigt, unverändert.</translation>
    </message>
    <message>
        <source>Sync results</source>
        <translation>Ergebnis abrufen</translation>
    </message>
    <message>
        <source>The result could not be fetched:</source>
        <translation>Das Ergebnis konnte nicht abgerufen werden:</translation>
    </message>
    <message>
        <source>No official result yet.</source>
        <translation>Noch kein offizielles Ergebnis.</translation>
    </message>
    <message>
        <source>Judged.</source>
        <translation>Gewertet.</translation>
    </message>
    <message>
        <source>Judged: mean error %1 positions.</source>
        <translation>Gewertet: mittlerer Fehler %1 Plätze.</translation>
    </message>
    <message>
        <source>Official result stored, revision %1.</source>
        <translation>Offizielles Ergebnis gespeichert, Fassung %1.</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nichts Neues.</translation>
    </message>
    <message>
        <source>There is no prediction to judge.</source>
        <translation>Es gibt keine Prognose zu werten.</translation>
    </message>
    <message>
        <source>Sync season %1</source>
        <translation>Saison %1 abrufen</translation>
    </message>
    <message>
        <source>The season could not be fetched:</source>
        <translation>Die Saison konnte nicht abgerufen werden:</translation>
    </message>
    <message>
        <source>Refresh %1</source>
        <translation>%1 auffrischen</translation>
    </message>
    <message>
        <source>The calendar could not be fetched:</source>
        <translation>Der Kalender konnte nicht abgerufen werden:</translation>
    </message>
    <message numerus="yes">
        <source>%n new races</source>
        <translation>
            <numerusform>%n neues Rennen</numerusform>
            <numerusform>%n neue Rennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new results</source>
        <translation>
            <numerusform>%n neues Ergebnis</numerusform>
            <numerusform>%n neue Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n predictions judged</source>
        <translation>
            <numerusform>%n Prognose gewertet</numerusform>
            <numerusform>%n Prognosen gewertet</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n requests.</source>
        <translation>
            <numerusform>%n Anfrage.</numerusform>
            <numerusform>%n Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Season %1 is up to date.</source>
        <translation>Saison %1 ist aktuell.</translation>
    </message>
    <message>
        <source>Season %1: the source was out of reach.</source>
        <translation>Saison %1: Die Quelle war nicht erreichbar.</translation>
    </message>
    <message>
        <source>Verify ledger</source>
        <translation>Register prüfen</translation>
    </message>
    <message>
        <source>The ledger could not be read:</source>
        <translation>Das Register konnte nicht gelesen werden:</translation>
    </message>
    <message>
        <source>The proof was not exported:</source>
        <translation>Der Nachweis wurde nicht exportiert:</translation>
    </message>
    <message>
        <source>Proof exported.</source>
        <translation>Nachweis exportiert.</translation>
    </message>
    <message>
        <source>The ledger does not fit.</source>
        <translation>Das Register passt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n predictions in the chain</source>
        <translation>
            <numerusform>%n Prognose in der Kette</numerusform>
            <numerusform>%n Prognosen in der Kette</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replayed.</source>
        <translation>
            <numerusform>%n nachgerechnet.</numerusform>
            <numerusform>%n nachgerechnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another model version, not replayed.</source>
        <translation>
            <numerusform>%n von einer anderen Modellversion, nicht nachgerechnet.</numerusform>
            <numerusform>%n von einer anderen Modellversion, nicht nachgerechnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ledger is intact.</source>
        <translation>Das Register ist unversehrt.</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <translation>Ende der Kette: %1</translation>
    </message>
    <message>
        <source>The grid was not stored:</source>
        <translation>Die Startaufstellung wurde nicht gespeichert:</translation>
    </message>
    <message>
        <source>Backtest %1 to %2</source>
        <translation>Backtest %1 bis %2</translation>
    </message>
    <message>
        <source>The backtest did not finish:</source>
        <translation>Der Backtest wurde nicht fertig:</translation>
    </message>
    <message>
        <source>At: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Data source: %1</source>
        <translation>Datenquelle: %1</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Datenbank: %1</translation>
    </message>
    <message>
        <source>The prediction is being computed and is not frozen yet.</source>
        <translation>Die Prognose wird gerade berechnet und ist noch nicht eingefroren.</translation>
    </message>
    <message numerus="yes">
        <source>%n new qualifying classifications</source>
        <translation>
            <numerusform>%n neue Qualifying-Wertung</numerusform>
            <numerusform>%n neue Qualifying-Wertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The backtest has not finished, and what it has computed is not stored.</source>
        <translation>Der Backtest ist nicht fertig, und was er berechnet hat, ist nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n stamps count for nothing here.</source>
        <translation>
            <numerusform>%n Zeitstempel zählt hier nicht.</numerusform>
            <numerusform>%n Zeitstempel zählen hier nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Season %1: not all that the source sent could be used.</source>
        <translation>Saison %1: Nicht alles, was die Quelle sandte, war zu verwenden.</translation>
    </message>
    <message>
        <source>The calendar was not exported:</source>
        <translation>Der Kalender wurde nicht exportiert:</translation>
    </message>
    <message>
        <source>Calendar exported.</source>
        <translation>Kalender exportiert.</translation>
    </message>
    <message>
        <source>Predict season %1 in retrospect</source>
        <translation>Saison %1 rückblickend vorhersagen</translation>
    </message>
    <message>
        <source>The season was not predicted:</source>
        <translation>Die Saison wurde nicht vorhergesagt:</translation>
    </message>
    <message>
        <source>Each is a record of its own. Sync season judges them.</source>
        <translation>Jede ist ein eigener Eintrag. „Saison abrufen“ wertet sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n had been predicted before.</source>
        <translation>
            <numerusform>%n war schon vorhergesagt.</numerusform>
            <numerusform>%n waren schon vorhergesagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be predicted.</source>
        <translation>
            <numerusform>%n konnte nicht vorhergesagt werden.</numerusform>
            <numerusform>%n konnten nicht vorhergesagt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 predicted in retrospect, which stay.</source>
        <translation>Angehalten: %1 von %2 rückblickend vorhergesagt; sie bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n predicted in retrospect.</source>
        <translation>
            <numerusform>%n rückblickend vorhergesagt.</numerusform>
            <numerusform>%n rückblickend vorhergesagt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked by itself: my picks, %1.</source>
        <translation>Von selbst gesperrt: meine Tipps, %1.</translation>
    </message>
    <message>
        <source>Not complete: my picks, %1.</source>
        <translation>Unvollständig: meine Tipps, %1.</translation>
    </message>
    <message>
        <source>The start is within the hour. A draft with empty places does not lock by itself.</source>
        <translation>Der Start ist in der nächsten Stunde. Ein Entwurf mit leeren Plätzen sperrt sich nicht von selbst.</translation>
    </message>
    <message>
        <source>Your picks are not locked:</source>
        <translation>Ihre Tipps sind nicht gesperrt:</translation>
    </message>
    <message>
        <source>They were locked before, and are shown unchanged.</source>
        <translation>Sie waren schon gesperrt und werden unverändert gezeigt.</translation>
    </message>
    <message>
        <source>They are in the ledger of picks, hash %1, and cannot be changed any more.</source>
        <translation>Sie stehen im Register der Tipps, Hash %1, und lassen sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>The race had started: they are kept, hash %1, shown, and never counted.</source>
        <translation>Das Rennen hatte begonnen: Sie werden aufbewahrt, Hash %1, gezeigt und nie gezählt.</translation>
    </message>
    <message>
        <source>My picks are locked.</source>
        <translation>Meine Tipps sind gesperrt.</translation>
    </message>
    <message>
        <source>Frozen by itself.</source>
        <translation>Von selbst eingefroren.</translation>
    </message>
    <message>
        <source>Missed.</source>
        <translation>Verpasst.</translation>
    </message>
    <message>
        <source>My picks were locked by themselves.</source>
        <translation>Meine Tipps haben sich selbst gesperrt.</translation>
    </message>
    <message>
        <source>My picks are not complete.</source>
        <translation>Meine Tipps sind nicht vollständig.</translation>
    </message>
    <message>
        <source>It was time for the start, and your order is in the ledger of picks.</source>
        <translation>Es war Zeit für den Start, und Ihre Reihenfolge steht im Register der Tipps.</translation>
    </message>
</context>
<context>
    <name>parcferme::WinnerPanel</name>
    <message>
        <source>How sure of the winner? Optional</source>
        <translation>Wie sicher ist der Sieger? Freiwillig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Chance of my winner in percent</source>
        <translation>Chance meines Siegers in Prozent</translation>
    </message>
    <message>
        <source>Judged by log loss and Brier score, as the model&apos;s chance is. Left empty: not judged.</source>
        <translation>Gewertet nach Log-Verlust und Brier-Wert, wie die Chance des Modells. Leer gelassen: nicht gewertet.</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
</context>
</TS>
