namespace Weir.Gateway.Guardrails;

/// <summary>A match of a filter in one text of a request.</summary>
/// <param name="Place">Which text.</param>
/// <param name="Filter">Whose match it is.</param>
/// <param name="Match">Where.</param>
/// <param name="IsContinued">Whether it began in the part of the message before: then nothing more is put in its place.</param>
internal readonly record struct Finding(int Place, TextFilter Filter, TextMatch Match, bool IsContinued = false);
