using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Annotations;
using Weir.Tracing.Filter;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>The part of a filter that columns and annotations can answer, as a condition on a row of <see cref="SpanQuerySql.Select"/>.</summary>
/// <remarks>
/// What columns cannot answer is left out, so that the condition lets through every span that the filter does, and more when it is
/// not <see cref="IsExact"/>. SQL knows three truth values and filters two: only <c>not</c> shows the difference, hence <c>IS NOT TRUE</c>.
/// </remarks>
internal sealed class FilterSql
{
    // A column of whole numbers compares rightly with a double between two of them only as far as doubles tell them apart.
    private const decimal LargestFraction = 1L << 52;

    private readonly List<object> _values = [];

    private FilterSql(FilterNode root)
    {
        var (sql, isExact) = Of(root);
        Condition = sql;
        IsExact = isExact;
    }

    /// <summary>The condition; null when columns answer none of it.</summary>
    public string? Condition { get; }

    /// <summary>Whether the condition is the whole filter.</summary>
    public bool IsExact { get; }

    public static FilterSql Of(SpanFilter filter) => new(filter.Root);

    /// <summary>Sets the values of the condition. It also names <c>$workspace</c>, which the query sets.</summary>
    public void BindTo(SqliteCommand command)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            _ = command.Bind(Name(i), _values[i]);
        }
    }

    private static string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"$f{place}");

    private (string? Sql, bool IsExact) Of(FilterNode node) => node switch
    {
        AndNode both => And(Of(both.Left), Of(both.Right)),
        OrNode any => Or(Of(any.Left), Of(any.Right)),
        NotNode not => Of(not.Inner) is { IsExact: true, Sql: { } inner } ? ($"({inner}) IS NOT TRUE", true) : default,
        AnnotationPresenceNode annotation => (Annotation(annotation.Scope, annotation.Name, ""), true),
        PresenceNode { Term: var term } => Exact(Apply(term, column => $"{column.Sql} IS NOT NULL")),
        ContainsNode contains => Exact(Apply(contains.Whole, column => $"instr({column.Sql}, {Value(contains.Part)}) > 0")),
        MembershipNode { Values.IsEmpty: true } => ("0", true),
        MembershipNode member when member.Values.All(value => IsColumnValue(member.Term, value)) =>
            Exact(Apply(member.Term, column => $"{column.Sql} IN ({string.Join(", ", member.Values.Select(value => Value(column.ValueOf(value))))})")),
        ComparisonNode { Right: LiteralTerm literal } compare when IsColumnValue(compare.Left, literal.Value) =>
            Exact(Apply(compare.Left, column => $"{column.Sql} {Sign(compare.Operator)} {Value(column.ValueOf(literal.Value))}")),
        _ => default,
    };

    private static (string? Sql, bool IsExact) And((string? Sql, bool IsExact) left, (string? Sql, bool IsExact) right) =>
        (left.Sql is null || right.Sql is null ? left.Sql ?? right.Sql : $"({left.Sql} AND {right.Sql})", left.IsExact && right.IsExact);

    private static (string? Sql, bool IsExact) Or((string? Sql, bool IsExact) left, (string? Sql, bool IsExact) right) =>
        left.Sql is null || right.Sql is null ? default : ($"({left.Sql} OR {right.Sql})", left.IsExact && right.IsExact);

    private static (string? Sql, bool IsExact) Exact(string? sql) => (sql, sql is not null);

    // A condition on the column of a term; on the annotations of a name, that there is one of which it holds.
    private string? Apply(FilterTerm term, Func<FieldColumn, string> condition) => term switch
    {
        FieldTerm field => FieldColumn.Of(field.Field) is { } column ? condition(column) : null,
        AnnotationTerm annotation => Annotation(annotation.Scope, annotation.Name, " AND " + condition(new FieldColumn(annotation.Member switch
        {
            AnnotationMember.Label => "a.label",
            AnnotationMember.Score => "a.score",
            _ => "a.explanation",
        }))),
        _ => null,
    };

    private string Annotation(AnnotationScope scope, string name, string condition)
    {
        var target = scope switch
        {
            AnnotationScope.Span => "printf('%016x', s.span_id)",
            AnnotationScope.Trace => "lower(hex(t.trace_id))",
            _ => "s.session_id",
        };
        var of = string.Create(CultureInfo.InvariantCulture, $"a.workspace = $workspace AND a.kind = {(int)scope} AND a.target = {target}");
        return $"EXISTS(SELECT 1 FROM annotations a WHERE {of} AND a.name = {Value(name)}{condition})";
    }

    private string Value(object value)
    {
        _values.Add(value);
        return Name(_values.Count - 1);
    }

    private static string Sign(CompareOperator compare) => compare switch
    {
        CompareOperator.Equal => "=",
        CompareOperator.NotEqual => "<>",
        CompareOperator.Less => "<",
        CompareOperator.LessOrEqual => "<=",
        CompareOperator.Greater => ">",
        _ => ">=",
    };

    // Whether a column compares with this value as the filter language does.
    private static bool IsColumnValue(FilterTerm term, FilterValue value) =>
        value.Kind == FilterValueKind.Text || term is AnnotationTerm || (term is FieldTerm field && FieldColumn.Of(field.Field) is { } column && IsColumnNumber(column, value.Number));

    private static bool IsColumnNumber(FieldColumn column, decimal number) =>
        Math.Abs(number) < long.MaxValue / column.Scale && (decimal.IsInteger(number * column.Scale) || Math.Abs(number * column.Scale) < LargestFraction);
}
