namespace Weir.Simulator.Chat;

/// <summary>The <c>audio</c> of a request: how the answer is to sound.</summary>
internal sealed record AudioWish(string Voice, string Format);
