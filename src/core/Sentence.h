#pragma once

#include <QCoreApplication>

namespace parcferme {

// What the layers below the window say to people: Sentence::tr("The database is not open."). It comes out in
// the language whose catalogue the program installed: the window does, the command line and the HTTP API stay
// English. Never for what is stored or compared.
class Sentence
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::Sentence)
};

} // namespace parcferme
