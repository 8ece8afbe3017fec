namespace Weir.Protocol;

/// <summary>The envelope of management and catalogue answers: <c>{"data": …}</c>.</summary>
/// <param name="Data">The object or the list that was asked for.</param>
public sealed record DataResponse<T>(T Data);
