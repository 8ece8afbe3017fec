using Weir.Tracing.Filter;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Reads the <c>filter</c> parameter of lists.</summary>
internal static class FilterText
{
    /// <summary>The filter; null when none is given, or it is wrong, which <see cref="QueryText.Problem"/> says then.</summary>
    public static SpanFilter? Read(QueryText text)
    {
        if (text.One("filter") is not { } given)
        {
            return null;
        }

        var filter = FilterParser.TryParse(given, out var problem);
        if (problem is not null)
        {
            text.Refuse(problem.ToString().TrimEnd('.'));
        }

        return filter;
    }
}
