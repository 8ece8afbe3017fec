namespace Weir.Ledger.Providers;

/// <summary>A provider that an operator has switched off: no request is routed to it.</summary>
/// <param name="Provider">Its slug.</param>
/// <param name="At">When it was switched off.</param>
/// <param name="Actor">Label of the key that did it.</param>
/// <param name="Reason">Why, in the operator's words; null: none was given.</param>
public sealed record ProviderSwitch(string Provider, DateTimeOffset At, string Actor, string? Reason);
