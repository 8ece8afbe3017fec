namespace Weir.OpenInference;

/// <summary>Attribute names of RERANKER spans.</summary>
public static class RerankerAttributes
{
    /// <summary>List prefix; elements are <see cref="DocumentAttributes"/>.</summary>
    public const string InputDocuments = "reranker.input_documents";

    /// <summary>List prefix; elements are <see cref="DocumentAttributes"/>.</summary>
    public const string OutputDocuments = "reranker.output_documents";

    /// <summary>What the documents are ranked for.</summary>
    public const string Query = "reranker.query";

    /// <summary>Reranking model.</summary>
    public const string ModelName = "reranker.model_name";

    /// <summary>How many documents were asked for.</summary>
    public const string TopK = "reranker.top_k";
}
