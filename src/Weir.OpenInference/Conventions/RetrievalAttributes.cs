namespace Weir.OpenInference;

/// <summary>Attribute names of RETRIEVER spans.</summary>
public static class RetrievalAttributes
{
    /// <summary>List prefix; elements are <see cref="DocumentAttributes"/>.</summary>
    public const string Documents = "retrieval.documents";
}
