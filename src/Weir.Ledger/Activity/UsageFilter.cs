using System.Collections.Immutable;

namespace Weir.Ledger.Activity;

/// <summary>Lets some of the traffic through.</summary>
/// <param name="Dimension">What is looked at.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">With what: any number for <see cref="UsageOperator.In"/> and <see cref="UsageOperator.NotIn"/>, one for the others.</param>
/// <param name="IncludeUnset">Whether traffic without a value passes too.</param>
public sealed record UsageFilter(UsageDimension Dimension, UsageOperator Operator, ImmutableArray<string> Values, bool IncludeUnset = false);
