namespace Weir.Server.Catalogue.Import;

/// <summary>A model of a document that was not taken.</summary>
/// <param name="Id">What the document calls it; empty when it does not say.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record SkippedModel(string Id, string Reason);
