namespace Weir.RoutingLab;

/// <summary>The calls that are made for one request, one after the other; told of each how it went.</summary>
internal interface ICalls
{
    /// <summary>Whom to ask now; null: the request has failed.</summary>
    Call? Next();

    /// <summary>The first token is there.</summary>
    void Answered(LabEndpoint endpoint, TimeSpan latency);

    /// <summary>The answer is complete.</summary>
    void Ended(LabEndpoint endpoint);

    void Failed(LabEndpoint endpoint, Reply reply);
}
