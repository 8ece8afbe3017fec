using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Reads the parameters of Phoenix's getSpans into a query.</summary>
internal static class SpanQueryText
{
    private const int LargestPage = 1000;

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["LLM", "CHAIN", "TOOL", "RETRIEVER", "EMBEDDING", "AGENT", "RERANKER", "GUARDRAIL", "EVALUATOR", "PROMPT", "UNKNOWN"], StringComparer.Ordinal);

    /// <summary>The query; <see cref="QueryText.Problem"/> says when it is not to be used.</summary>
    public static SpanQuery Read(QueryText text, ProjectRow project)
    {
        var parent = text.One("parent_id");
        return new SpanQuery
        {
            WorkspaceId = project.WorkspaceId,
            ProjectId = project.Id,
            StartFromUnixNanos = text.Time("start_time"),
            StartBeforeUnixNanos = text.Time("end_time"),
            TraceIds = [.. text.All("trace_id").Select(id => TraceIdOf(id, text))],
            SpanIds = [.. text.All("span_id").Select(id => SpanIdOf("span_id", id, text))],
            RootsOnly = parent == "null",
            ParentId = parent is null or "null" ? null : SpanIdOf("parent_id", parent, text),
            Names = [.. text.All("name")],
            Kinds = [.. text.All("span_kind").Select(kind => KindOf(kind, text))],
            Statuses = [.. text.All("status_code").Select(status => StatusOf(status, text))],
            Attributes = Attributes(text),
            Filter = FilterText.Read(text),
            Limit = text.Limit(LargestPage),
            After = Cursor(text),
        };
    }

    private static TraceId TraceIdOf(string id, QueryText text)
    {
        if (!TraceId.TryParse(id, out var trace))
        {
            text.Refuse($"trace_id '{id}' is not 32 hex digits");
        }

        return trace;
    }

    private static SpanId SpanIdOf(string name, string id, QueryText text)
    {
        if (!SpanId.TryParse(id, out var span))
        {
            text.Refuse($"{name} '{id}' is not 16 hex digits");
        }

        return span;
    }

    private static string KindOf(string kind, QueryText text)
    {
        if (!Kinds.TryGetValue(kind.ToUpperInvariant(), out var known))
        {
            text.Refuse($"span_kind '{kind}' is not one of {string.Join(", ", Kinds.Order(StringComparer.Ordinal))}");
        }

        return known ?? kind;
    }

    private static SpanStatus StatusOf(string status, QueryText text)
    {
        switch (status.ToUpperInvariant())
        {
            case "OK":
                return SpanStatus.Ok;
            case "ERROR":
                return SpanStatus.Error;
            case "UNSET":
                return SpanStatus.Unset;
            default:
                text.Refuse($"status_code '{status}' is not one of OK, ERROR, UNSET");
                return default;
        }
    }

    private static ImmutableArray<AttributeFilter> Attributes(QueryText text)
    {
        var filters = ImmutableArray.CreateBuilder<AttributeFilter>();
        foreach (var given in text.All("attribute"))
        {
            if (AttributeFilter.TryParse(given, out var problem) is { } filter)
            {
                filters.Add(filter);
            }
            else
            {
                text.Refuse(problem);
            }
        }

        return filters.ToImmutable();
    }

    /// <summary>The place that <c>cursor</c> names; null when it is not given.</summary>
    public static SpanCursor? Cursor(QueryText text)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        if (GlobalId.TryRead(given, GlobalId.SpanCursor) is { } place && SpanCursor.TryParse(place, out var cursor))
        {
            return cursor;
        }

        text.Refuse("cursor is not one that this list gave out");
        return null;
    }
}
