namespace Weir.Protocol;

/// <summary>The envelope of management and catalogue answers: <c>{"data": …}</c>.</summary>
public sealed record DataResponse<T>(T Data);
