System.Console.WriteLine("rostrum");
