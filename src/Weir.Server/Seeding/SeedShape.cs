namespace Weir.Server.Seeding;

/// <summary>What the traces of an application look like.</summary>
internal enum SeedShape
{
    /// <summary>Conversations of several turns; the gateway alone sees them.</summary>
    Chat,

    /// <summary>A chain with an embedding, a retriever, a reranker and a model.</summary>
    Retrieval,

    /// <summary>An agent that calls tools and models in turn.</summary>
    Agent,

    /// <summary>Calls of models that did not pass the gateway.</summary>
    Foreign,

    /// <summary>Embeddings of many texts.</summary>
    Batch,
}
