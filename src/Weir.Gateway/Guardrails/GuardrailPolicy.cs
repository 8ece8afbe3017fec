using System.Collections.Immutable;

namespace Weir.Gateway.Guardrails;

/// <summary>What all guardrails of a caller come to.</summary>
public sealed class GuardrailPolicy
{
    internal GuardrailPolicy(CallerRestrictions restrictions, ImmutableArray<TextFilter> filters)
    {
        Restrictions = restrictions;
        Filters = filters;
    }

    /// <summary>Of a caller without guardrails.</summary>
    public static GuardrailPolicy None { get; } = new(CallerRestrictions.None, []);

    public CallerRestrictions Restrictions { get; }

    internal ImmutableArray<TextFilter> Filters { get; }
}
