namespace Weir.Simulator.Images;

/// <summary>One picture in a stream, whole or not yet.</summary>
/// <param name="PartialIndex">Which of the unfinished pictures it is; null for the whole one.</param>
internal sealed record ImageStep(int ImageIndex, int? PartialIndex, byte[] Png);
