namespace Weir.OpenInference;

/// <summary>Attribute names of one document, relative to its list element.</summary>
public static class DocumentAttributes
{
    /// <summary>Text or number.</summary>
    public const string Id = "document.id";

    /// <summary>Text of the document.</summary>
    public const string Content = "document.content";

    /// <summary>Relevance.</summary>
    public const string Score = "document.score";

    /// <summary>JSON text.</summary>
    public const string Metadata = "document.metadata";
}
