using Weir.Protocol.Primitives;

namespace Weir.Protocol.Datasets;

/// <summary>What sessions of an app with a model cost.</summary>
/// <param name="AppName">Its title, else its host.</param>
/// <param name="AppSlug">Made of its address; stays the same.</param>
/// <param name="MedianSessionCostUsd">US dollars; half of the sessions cost less.</param>
/// <param name="ModelPermaslug">The model.</param>
/// <param name="TurnRange"><c>1-turn</c>, <c>2-9-turns</c>, <c>10-49-turns</c> or <c>50-plus-turns</c>.</param>
public sealed record SessionCostRecord(string AppName, string AppSlug, Usd MedianSessionCostUsd, string ModelPermaslug, string TurnRange);
