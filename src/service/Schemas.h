#pragma once

#include <QStringList>

#include <vector>

namespace parcferme {

// The shape of an object that the API answers with. Every field is always there.
struct Field
{
    QString name;
    QString type; // integer, number, string, boolean, or the name of another schema
    bool nullable = false;
    QString description = {};
    QStringList words = {}; // all that a string can be; empty for any
    bool list = false;      // an array of the type
};

struct Schema
{
    QString name;
    QList<Field> fields;
};

const std::vector<Schema>& schemas();

} // namespace parcferme
