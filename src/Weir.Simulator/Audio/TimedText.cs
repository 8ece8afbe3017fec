namespace Weir.Simulator.Audio;

/// <summary>A word or a sentence with the time at which it is said.</summary>
internal sealed record TimedText(string Text, TimeSpan Start, TimeSpan End);
