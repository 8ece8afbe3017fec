using Weir.Protocol.Primitives;

namespace Weir.Ledger.Activity;

/// <summary>What one conversation of an app with one model came to.</summary>
/// <param name="AppId">The app.</param>
/// <param name="Model">The slug that answered.</param>
/// <param name="Turns">Answers without an error.</param>
/// <param name="Charged">What they cost together.</param>
public sealed record ConversationRow(long AppId, string Model, long Turns, Usd Charged);
