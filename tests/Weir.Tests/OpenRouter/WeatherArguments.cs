namespace Weir.Tests.OpenRouter;

internal sealed record WeatherArguments(string City, int? Days);
