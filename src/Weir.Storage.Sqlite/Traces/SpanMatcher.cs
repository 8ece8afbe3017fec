using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Filter;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Finds the rows that a filter and conditions on attributes let through: what columns can answer in SQL, the rest row by row.</summary>
internal sealed class SpanMatcher
{
    private readonly ImmutableArray<AttributeFilter> _attributes;
    private readonly SpanFilter? _filter;
    private readonly FilterSql? _sql;
    private readonly PayloadReader _payloads;
    private readonly RowSubject _subject;

    public SpanMatcher(SpanFilter? filter, ImmutableArray<AttributeFilter> attributes, Guid workspaceId, ReadConnection connection)
    {
        _attributes = attributes;
        _sql = filter is null ? null : FilterSql.Of(filter);
        _filter = _sql is { IsExact: true } ? null : filter;
        _payloads = new PayloadReader(connection);
        _subject = new RowSubject(workspaceId, _payloads, connection);
    }

    /// <summary>Whether rows are looked at one by one.</summary>
    public bool ReadsRows => _filter is not null || !_attributes.IsEmpty;

    /// <summary>What a row must meet in SQL, beginning with AND; empty for nothing.</summary>
    public string Condition => _sql?.Condition is { } condition ? $" AND {condition}" : "";

    public void BindTo(SqliteCommand command) => _sql?.BindTo(command);

    /// <summary>Whether a row that meets the condition is meant.</summary>
    public bool Matches(SqliteDataReader row)
    {
        if (!ReadsRows)
        {
            return true;
        }

        _subject.MoveTo(row);
        return _attributes.All(attribute => attribute.Matches(_subject.Attributes)) && (_filter is null || FilterEvaluator.Holds(_filter.Root, _subject));
    }

    /// <summary>The payload of the row that was looked at last.</summary>
    public SpanPayload PayloadOf(SqliteDataReader row) => ReadsRows ? _subject.Payload : _payloads.Read(row.GetInt64(0));
}
